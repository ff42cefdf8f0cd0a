package io.fastshot.client.ui.gallery;

/**
 * How wide the pictures of the gallery are, in pixels of a screen of 100 %.
 *
 * @param width {@value #LEAST} to {@value #MOST}
 */
public record PictureSize(int width) {
  /** The smallest width. */
  public static final int LEAST = 96;

  /** The largest width. */
  public static final int MOST = 320;

  private static final int FIRST = 176;
  private static final int STEP = 32;

  /** Anything is brought into the bounds. */
  public PictureSize {
    width = Math.clamp(width, LEAST, MOST);
  }

  /** What a settings file says; the usual size for anything else. */
  public static PictureSize read(String text) {
    return new PictureSize(text.matches("\\d{1,4}") ? Integer.parseInt(text) : FIRST);
  }

  /** For a settings file. */
  public String write() {
    return Integer.toString(width);
  }

  /** A step larger. */
  public PictureSize larger() {
    return new PictureSize(width + STEP);
  }

  /** A step smaller. */
  public PictureSize smaller() {
    return new PictureSize(width - STEP);
  }

  /** The height of the box in which a picture is fitted: most are of the screen's shape. */
  int height() {
    return width * 2 / 3;
  }
}
