package io.fastshot.container;

/**
 * What a session keeps of a window besides its images.
 *
 * @param index position when it was saved; may have gaps
 * @param x left edge on the screen in pixels; may be negative
 * @param y upper edge on the screen in pixels; may be negative
 * @param width of the window in pixels
 * @param height of the window in pixels
 * @param scale zoom; 1.0 is full size
 * @param drawHistory annotations as a JSON array, as it stands in the file but for white space;
 *     {@code []} if there are none or they are over 1 MiB
 * @param hidden whether the window was hidden
 * @param windowId the original's identity of the window; 64 bits
 */
public record WindowInfo(
    int index,
    int x,
    int y,
    int width,
    int height,
    double scale,
    String drawHistory,
    boolean hidden,
    long windowId) {

  /** A window of full size at the screen's corner, without annotations. */
  public static WindowInfo plain(int index, int width, int height) {
    return new WindowInfo(index, 0, 0, width, height, 1.0, "[]", false, index);
  }
}
