package io.fastshot.container;

import org.jspecify.annotations.Nullable;

/**
 * One window to be written.
 *
 * @param info its place, zoom and annotations
 * @param shown zoomed and with annotations
 * @param original full size, without annotations; the collage is made from it
 * @param annotated full size, with annotations; null if there are none
 */
public record SessionWindow(
    WindowInfo info, ImageSource shown, ImageSource original, @Nullable ImageSource annotated) {

  /** A window without annotations, shown in full size. */
  public static SessionWindow plain(int index, int width, int height, ImageSource image) {
    return new SessionWindow(WindowInfo.plain(index, width, height), image, image, null);
  }
}
