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
      gray(image, target);
    } else if (isPlainButForItsNumbers(model)) {
      pixelByPixel(image, target);
    } else {
      new ColorConvertOp(null).filter(image, target);
    }
    return target;
  }

  private static boolean isPlainButForItsNumbers(ColorModel model) {
    return model.getColorSpace().isCS_sRGB();
  }

  /** Samples of gray as they are: files without a profile hold them as a screen wants them. */
  private static void gray(BufferedImage image, BufferedImage target) {
    Raster raster = image.getRaster();
    ColorModel model = image.getColorModel();
    boolean alpha = model.hasAlpha();
    int bands = raster.getNumBands();
    double grayScale = scale(model, 0);
    double alphaScale = alpha ? scale(model, 1) : 0;
    int width = image.getWidth();
    double[] samples = new double[width * bands];
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, samples);
      for (int x = 0; x < width; x++) {
        int gray = toByte(samples[x * bands] * grayScale);
        int opacity = alpha ? toByte(samples[x * bands + 1] * alphaScale) : 0xFF;
        if (alpha && model.isAlphaPremultiplied() && opacity > 0) {
          gray = Math.min(0xFF, gray * 0xFF / opacity);
        }
        row[x] = opacity << 24 | gray << 16 | gray << 8 | gray;
      }
      target.setRGB(0, y, width, 1, row, 0, width);
    }
  }

  /** What makes 0 to 255 of a sample. */
  private static double scale(ColorModel model, int band) {
    return switch (model.getTransferType()) {
      case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> 255.0;
      default -> 255.0 / ((1L << model.getComponentSize(band)) - 1);
    };
  }

  private static int toByte(double value) {
    return Math.clamp(Math.round(value), 0, 0xFF);
  }

  private static void pixelByPixel(BufferedImage image, BufferedImage target) {
    int width = image.getWidth();
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      target.setRGB(0, y, width, 1, row, 0, width);
    }
  }
}
