package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.container.FastshotCodec;
import io.fastshot.container.FormatException;
import io.fastshot.container.WindowInfo;
import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.png.ImageKind;
import io.fastshot.container.read.ImageVisitor;
import io.fastshot.pictures.PictureDecoder;
import io.fastshot.pictures.PictureException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads a session file that was just written, and decodes each of its images once. */
public final class WrittenImages implements ImageVisitor {
  private final List<PngPicture> pictures;
  private final PictureDecoder decoder = new PictureDecoder();
  private byte[] seen = new byte[0];
  private int windows;

  private WrittenImages(List<PngPicture> pictures) {
    this.pictures = pictures;
  }

  /**
   * Ends the command unless the file has every picture.
   *
   * @param pictures that went into it, in order
   */
  public static void check(FastshotCodec codec, Path file, List<PngPicture> pictures)
      throws IOException {
    WrittenImages images = new WrittenImages(pictures);
    try {
      codec.readImages(ByteSource.of(file), images);
    } catch (FormatException e) {
      throw new CommandException(
          ExitCode.FAILED, "the session cannot be read back: " + e.getMessage());
    }
    if (images.windows != pictures.size()) {
      throw new CommandException(
          ExitCode.FAILED,
          "the session holds " + images.windows + " of " + pictures.size() + " pictures");
    }
  }

  @Override
  public void image(int window, ImageKind kind, byte[] png) throws IOException {
    if (Arrays.equals(png, seen)) {
      return; // the same picture as shown and in full size
    }
    PngPicture picture = pictures.get(window);
    try {
      BufferedImage image = decoder.png(png);
      if (image.getWidth() != picture.width() || image.getHeight() != picture.height()) {
        throw new PictureException(
            "would be another picture in the session: %d x %d, not %d x %d"
                .formatted(image.getWidth(), image.getHeight(), picture.width(), picture.height()));
      }
    } catch (PictureException e) {
      throw new CommandException(ExitCode.FAILED, picture.name() + " " + e.getMessage());
    }
    seen = png;
  }

  @Override
  public void windowEnd(int window, WindowInfo info) {
    if (seen.length > 0) {
      windows++;
    }
    seen = new byte[0];
  }
}
