package io.fastshot.container;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The picture that stands for a session: its images in a grid of cells of 100 x 100 pixels. */
public final class Collage {
  private Collage() {}

  /** The collage as PNG. */
  public static byte[] ofImages(List<BufferedImage> images) {
    return new byte[images.size()];
  }

  static byte @Nullable [] ofPngs(List<ImageSource> images) throws IOException {
    return images.isEmpty() ? null : images.getFirst().png();
  }
}
