package io.fastshot.client.ui.viewer;

import io.fastshot.client.ui.kit.Edt;
import io.fastshot.container.FastshotCodec;
import io.fastshot.container.FormatException;
import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.png.ImageKind;
import io.fastshot.container.read.ImageVisitor;
import io.fastshot.pictures.PictureDecoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * The pictures of a session as it was seen on the screen, packed; each is decoded when it is looked
 * at.
 */
final class SessionImages {
  private final List<byte[]> pngs;

  private SessionImages(List<byte[]> pngs) {
    this.pngs = pngs;
  }

  /**
   * Reads a session file. Blocks.
   *
   * @param legacyKey of the original's files
   * @throws IOException if the file cannot be read from the disk
   * @throws FormatException if it is no session that can be read
   */
  static SessionImages read(Path file, XorMask legacyKey) throws IOException, FormatException {
    Edt.forbid();
    Collector collector = new Collector();
    new FastshotCodec(legacyKey).readImages(ByteSource.of(file), collector);
    return new SessionImages(List.copyOf(collector.pictures.values()));
  }

  /** How many pictures there are. */
  int count() {
    return pngs.size();
  }

  /** Decodes one picture. Blocks. */
  BufferedImage decode(int index) throws IOException {
    Edt.forbid();
    return new PictureDecoder().png(pngs.get(index));
  }

  /** Keeps the pictures as shown; a window that has none gives its original. */
  private static final class Collector implements ImageVisitor {
    private final TreeMap<Integer, byte[]> pictures = new TreeMap<>();

    @Override
    public boolean wants(int window, ImageKind kind) {
      return kind == ImageKind.SHOWN
          || (kind == ImageKind.ORIGINAL && !pictures.containsKey(window));
    }

    @Override
    public void image(int window, ImageKind kind, byte[] png) {
      if (kind == ImageKind.SHOWN || !pictures.containsKey(window)) {
        pictures.put(window, png);
      }
    }
  }
}
