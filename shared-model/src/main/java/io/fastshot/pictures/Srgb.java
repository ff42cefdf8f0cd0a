package io.fastshot.pictures;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Brings pictures into the colors of the screen.
 *
 * <p>What is drawn or scaled afterwards needs no more conversion: those of Java are right for plain
 * RGB only. Java holds samples of gray for linear light, which no file's are, and so shows 165 for
 * 96 where it does convert.
 */
final class Srgb {
  private Srgb() {}

  /** Whether a picture of this color model is drawn right as it is. */
  static boolean isPlain(ColorModel model) {
    return model instanceof IndexColorModel
        || (model.getColorSpace().isCS_sRGB()
            && !model.isAlphaPremultiplied()
            && model.getTransferType() != DataBuffer.TYPE_FLOAT
            && model.getTransferType() != DataBuffer.TYPE_DOUBLE);
  }

  /** The picture in sRGB; itself if it is. */
  static BufferedImage of(BufferedImage image) {
    ColorModel model = image.getColorModel();
    if (isPlain(model)) {
      return image;
    }
    BufferedImage target =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            model.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    if (model.getColorSpace().equals(ColorSpace.getInstance(ColorSpace.CS_GRAY))) {
      samples(image, target, 1);
    } else if (model.getColorSpace().isCS_sRGB()) {
      samples(image, target, 3);
    } else {
      new ColorConvertOp(null).filter(image, target);
    }
    return target;
  }

  /**
   * Samples as they are, brought to 8 bits: files without a profile hold them as a screen wants
   * them. Numbers beyond white, which files of floating-point numbers have, are white.
   *
   * @param colors 1 for gray, 3 for red, green and blue; what follows them is the opacity
   */
  private static void samples(BufferedImage image, BufferedImage target, int colors) {
    Raster raster = image.getRaster();
    ColorModel model = image.getColorModel();
    int bands = raster.getNumBands();
    int width = image.getWidth();
    double[] samples = new double[width * bands];
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, samples);
      for (int x = 0; x < width; x++) {
        int at = x * bands;
        double opacity = model.hasAlpha() ? samples[at + colors] / full(model, colors) : 1;
        double factor = model.isAlphaPremultiplied() && opacity > 0 ? 1 / opacity : 1;
        int argb = toByte(opacity);
        for (int band = 0; band < 3; band++) {
          int from = Math.min(band, colors - 1);
          argb = argb << 8 | toByte(samples[at + from] / full(model, from) * factor);
        }
        row[x] = argb;
      }
      target.setRGB(0, y, width, 1, row, 0, width);
    }
  }

  /** The sample that stands for all. */
  private static double full(ColorModel model, int band) {
    return switch (model.getTransferType()) {
      case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> 1;
      default -> (1L << model.getComponentSize(band)) - 1;
    };
  }

  private static int toByte(double share) {
    return Math.clamp(Math.round(share * 0xFF), 0, 0xFF);
  }
}
