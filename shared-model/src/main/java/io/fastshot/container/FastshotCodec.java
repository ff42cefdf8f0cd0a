package io.fastshot.container;

import java.io.IOException;
import java.io.OutputStream;

/** Reads and writes whole session files, as streams. */
public final class FastshotCodec {
  private final XorMask legacyKey;

  /**
   * @param legacyKey the key of the original's cloud files; {@link XorMask#none()} if none is set
   */
  public FastshotCodec(XorMask legacyKey) {
    this.legacyKey = legacyKey;
  }

  /** Reads the whole file strictly. */
  public SessionReading inspect(ByteSource source) throws IOException {
    return new SessionReading.Unreadable(
        "nothing is read yet of " + source.sizeBytes() + legacyKey.isEmpty());
  }

  /** Hands the images to a visitor, one at a time. */
  public void readImages(ByteSource source, ImageVisitor visitor)
      throws IOException, FormatException {
    if (visitor.wants(0, ImageKind.SHOWN)) {
      throw new FormatException("nothing is read yet of " + source.sizeBytes());
    }
  }

  /** Writes a session; does not close {@code out}. */
  public void write(SessionFile session, Format format, OutputStream out) throws IOException {
    out.write((session.filename() + format).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
