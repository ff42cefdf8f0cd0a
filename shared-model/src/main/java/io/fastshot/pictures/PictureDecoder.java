package io.fastshot.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes pictures that anybody may have made: within bounds of memory, in sRGB, upright.
 *
 * <p>Which formats it knows is decided by the readers on the class path; of PNG it is always the
 * one of the JDK.
 *
 * <p><b>Threads:</b> every method blocks; safe from several, each taking memory of its own.
 */
public final class PictureDecoder {
  /** What readers say of a file that ends early or is damaged, and then show something anyway. */
  private static final List<String> DAMAGE =
      List.of("truncated", "premature", "corrupt", "end of file", "end-of-file", "eof");

  private final DecodeBudget budget;

  /** Takes at most a part of this program's memory for one picture. */
  public PictureDecoder() {
    this(DecodeBudget.ofHeap());
  }

  PictureDecoder(DecodeBudget budget) {
    this.budget = budget;
  }

  /**
   * A decoded file.
   *
   * @param image its first picture
   * @param pictures how many it has: pages of a TIFF, frames of a GIF; 1 or more
   */
  public record Decoded(BufferedImage image, int pictures) {}

  /**
   * Decodes a PNG in full.
   *
   * @throws TooLargeException if it takes too much memory
   * @throws PictureException if it is no PNG or is broken
   */
  public BufferedImage png(byte[] png) throws IOException {
    return png(png, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /**
   * Decodes a PNG and makes it as small as fits; never larger than it is.
   *
   * @param maxWidth in pixels
   * @param maxHeight in pixels
   * @throws TooLargeException if it takes too much memory
   * @throws PictureException if it is no PNG or is broken
   */
  public BufferedImage png(byte[] png, int maxWidth, int maxHeight) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
      if (!reader.getOriginatingProvider().canDecodeInput(in)) {
        throw new PictureException("is not a PNG");
      }
      reader.setInput(in, true, true);
      Sides box = new Sides(maxWidth, maxHeight);
      return Scaling.shrink(read(reader, box, Orientation.NORMAL), maxWidth, maxHeight);
    } finally {
      reader.dispose();
    }
  }

  /**
   * Decodes a file of any known format in full.
   *
   * @throws TooLargeException if it takes too much memory
   * @throws PictureException if it is no picture, is broken or ends early
   */
  public Decoded any(Path file) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      return any(in);
    }
  }

  private Decoded any(ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw new PictureException("is not a picture that can be read");
    }
    ImageReader reader = readers.next();
    try {
      reader.setInput(in, false, false);
      List<String> warnings = new ArrayList<>();
      reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
      Sides all = new Sides(Integer.MAX_VALUE, Integer.MAX_VALUE);
      BufferedImage image = read(reader, all, guarded(() -> Orientation.of(reader)));
      for (String warning : warnings) {
        String said = warning.toLowerCase(Locale.ROOT);
        if (DAMAGE.stream().anyMatch(said::contains)) {
          throw new PictureException("is damaged: " + warning);
        }
      }
      return new Decoded(image, Math.max(1, guarded(() -> reader.getNumImages(true))));
    } finally {
      reader.dispose();
    }
  }

  private record Sides(int width, int height) {}

  private BufferedImage read(ImageReader reader, Sides box, Orientation orientation)
      throws IOException {
    Sides whole = guarded(() -> new Sides(reader.getWidth(0), reader.getHeight(0)));
    if (whole.width() < 1 || whole.height() < 1) {
      throw new PictureException("has no pixels: it is " + whole.width() + " x " + whole.height());
    }
    int step = step(whole, box);
    long width = (whole.width() + (long) step - 1) / step;
    long height = (whole.height() + (long) step - 1) / step;
    ImageTypeSpecifier type = guarded(() -> reader.getImageTypes(0).next());
    budget.check(width, height, type, orientation != Orientation.NORMAL);
    try {
      return guarded(() -> {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return orientation.upright(Srgb.of(reader.read(0, param)));
      });
    } catch (OutOfMemoryError e) {
      // One large array that was not to be had; the program itself is well.
      throw budget.tooLarge(width, height, (double) width * height * Integer.BYTES, e);
    }
  }

  /** Every n-th pixel, as long as twice the wanted size remains to be averaged. */
  private static int step(Sides whole, Sides box) {
    long step = Math.min(whole.width() / (2L * box.width()), whole.height() / (2L * box.height()));
    return (int) Math.max(1, step);
  }

  private interface Reading<T> {
    T get() throws IOException;
  }

  /** Readers throw what they like on bytes that they do not expect; here it has one name. */
  private static <T> T guarded(Reading<T> reading) throws IOException {
    try {
      return reading.get();
    } catch (PictureException e) {
      throw e;
    } catch (EOFException e) {
      throw new PictureException("ends in the middle", e);
    } catch (IOException | RuntimeException e) {
      if (e.getCause() instanceof EOFException) {
        throw new PictureException("ends in the middle", e);
      }
      throw new PictureException("is damaged: " + reason(e), e);
    }
  }

  private static String reason(Throwable e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
