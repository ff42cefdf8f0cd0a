package io.fastshot.container;

import java.io.IOException;

/** Reads what a session file says of itself from as few bytes as possible. */
public final class AllegedHeaderReader {

  /** The largest collage that is copied out: that of 100 images of noise. */
  public static final int MAX_THUMBNAIL_BYTES = 4 * 1024 * 1024;

  private final XorMask legacyKey;

  /**
   * @param legacyKey the key of the original's cloud files; {@link XorMask#none()} if none is set
   */
  public AllegedHeaderReader(XorMask legacyKey) {
    this.legacyKey = legacyKey;
  }

  /** Reads the header. */
  public HeaderReading read(ByteSource source) throws IOException {
    return new HeaderReading.Unreadable(
        "nothing is read yet of " + source.sizeBytes() + legacyKey.isEmpty());
  }
}
