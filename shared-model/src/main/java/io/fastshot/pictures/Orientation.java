package io.fastshot.pictures;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** How a camera was held: what must be done to a picture so that it stands upright. */
enum Orientation {
  NORMAL("Normal"),
  FLIP_H("FlipH"),
  ROTATE_180("Rotate180"),
  FLIP_V("FlipV"),
  FLIP_H_ROTATE_90("FlipHRotate90"),
  ROTATE_270("Rotate270"),
  FLIP_V_ROTATE_90("FlipVRotate90"),
  ROTATE_90("Rotate90");

  private final String standardName;

  /** Named as in the standard metadata of ImageIO, where rotations are counter-clockwise. */
  Orientation(String standardName) {
    this.standardName = standardName;
  }

  /**
   * What a file says of its first picture (EXIF, TIFF); {@link #NORMAL} if it says nothing, or
   * nothing that is known.
   */
  static Orientation of(ImageReader reader) throws IOException {
    IIOMetadata metadata = reader.getImageMetadata(0);
    if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
      return NORMAL;
    }
    Element root = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    NodeList found = root.getElementsByTagName("ImageOrientation");
    if (found.getLength() > 0) {
      String value = ((Element) found.item(0)).getAttribute("value");
      for (Orientation orientation : values()) {
        if (orientation.standardName.equals(value)) {
          return orientation;
        }
      }
    }
    return NORMAL;
  }

  /** Whether width and height change places. */
  boolean swapsSides() {
    return switch (this) {
      case FLIP_H_ROTATE_90, ROTATE_270, FLIP_V_ROTATE_90, ROTATE_90 -> true;
      case NORMAL, FLIP_H, ROTATE_180, FLIP_V -> false;
    };
  }

  /** The picture upright; itself if it is. */
  BufferedImage upright(BufferedImage image) {
    if (this == NORMAL) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage turned =
        new BufferedImage(
            swapsSides() ? height : width,
            swapsSides() ? width : height,
            image.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB);
    Graphics2D g = turned.createGraphics();
    try {
      g.drawImage(image, transform(width, height), null);
    } finally {
      g.dispose();
    }
    return turned;
  }

  /** Where a point of the picture as stored gets to; whole pixels onto whole pixels. */
  private AffineTransform transform(int w, int h) {
    return switch (this) {
      case NORMAL -> new AffineTransform();
      case FLIP_H -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case ROTATE_180 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case FLIP_V -> new AffineTransform(1, 0, 0, -1, 0, h);
      case FLIP_H_ROTATE_90 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case ROTATE_270 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case FLIP_V_ROTATE_90 -> new AffineTransform(0, -1, -1, 0, h, w);
      case ROTATE_90 -> new AffineTransform(0, -1, 1, 0, 0, w);
    };
  }
}
