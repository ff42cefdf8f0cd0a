package io.fastshot.store.s3;

/**
 * A long-lived pair of keys.
 *
 * @param accessKey the public half
 * @param secretKey the secret half; {@link #toString()} does not show it
 */
public record Credentials(String accessKey, String secretKey) {

  public Credentials {
    if (accessKey.isBlank() || secretKey.isBlank()) {
      throw new IllegalArgumentException("credentials need an access key and a secret key");
    }
  }

  @Override
  public String toString() {
    return "Credentials[" + accessKey + "]";
  }
}
