package io.fastshot.store;

/**
 * An entity tag: opaque, and quoted as S3 sent it.
 *
 * @param value with its quotes, such as {@code "9a0364b9e99bb480dd25e1f0284c8555"}
 */
public record ETag(String value) {

  public ETag {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an ETag is not empty");
    }
  }

  /** The value without its quotes. */
  public String unquoted() {
    return value.replace("\"", "");
  }

  @Override
  public String toString() {
    return value;
  }
}
