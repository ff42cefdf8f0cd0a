package io.fastshot.client.data;

import java.util.Base64;

/** A picture for tests. */
public final class Pictures {
  private static final String ONE_PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
          + "gg==";

  private Pictures() {}

  /** A PNG of one pixel. */
  public static byte[] png() {
    return Base64.getDecoder().decode(ONE_PIXEL);
  }
}
