package io.fastshot.pictures;

import java.awt.image.ColorModel;
import java.awt.image.SampleModel;
import java.util.Locale;
import javax.imageio.ImageTypeSpecifier;

/**
 * How much memory one picture may take when it is decoded: bytes, as these and not pixels end a
 * program.
 *
 * @param maxBytes of the picture as decoded and, where one is needed, of its converted copy
 */
record DecodeBudget(long maxBytes) {
  /** One array holds a decoded picture. */
  private static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;

  /** What a converted or turned copy takes for a pixel. */
  private static final int COPY = Integer.BYTES;

  /** 3/5 of the heap: in 512 MB two screens of 8K with transparency, and the rest still lives. */
  static DecodeBudget ofHeap() {
    return new DecodeBudget(Runtime.getRuntime().maxMemory() / 5 * 3);
  }

  /**
   * Refuses what does not fit.
   *
   * @param width in pixels, of what is decoded
   * @param height in pixels, of what is decoded
   * @param copied whether it is surely copied once more
   */
  void check(long width, long height, ImageTypeSpecifier type, boolean copied)
      throws TooLargeException {
    SampleModel samples = type.getSampleModel();
    ColorModel colors = type.getColorModel();
    int elements = samples.getNumDataElements();
    int size = Math.max(1, java.awt.image.DataBuffer.getDataTypeSize(samples.getDataType()) / 8);
    long perPixel = (long) elements * size + (copied || !Srgb.isPlain(colors) ? COPY : 0);
    // Neither product can overflow: a side has 31 bits, and a pixel is a few dozen bytes at most.
    long pixels = width * height;
    if (pixels > maxBytes / perPixel || pixels > MAX_ELEMENTS / elements) {
      throw tooLarge(width, height, pixels * (double) perPixel, null);
    }
  }

  /** A picture for which there was no memory, whatever was reckoned. */
  TooLargeException tooLarge(
      long width, long height, double bytes, @org.jspecify.annotations.Nullable Throwable cause) {
    String message =
        String.format(
            Locale.ROOT,
            "is too large: %d x %d pixels take %.0f MB of memory, and at most %d MB are used for"
                + " one picture",
            width,
            height,
            Math.ceil(bytes / (1 << 20)),
            maxBytes >> 20);
    return cause == null ? new TooLargeException(message) : new TooLargeException(message, cause);
  }
}
