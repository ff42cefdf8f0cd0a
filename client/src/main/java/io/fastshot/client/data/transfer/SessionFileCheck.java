package io.fastshot.client.data.transfer;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.png.Png;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.Cover;
import io.fastshot.container.read.HeaderReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells session files from others before they are uploaded, so that a picture or a note does not
 * get into the library by mistake.
 *
 * <p>A file in the container's form is let through also when its payload cannot be read here: the
 * key for it may be known to the indexer only.
 */
public final class SessionFileCheck {
  private final AllegedHeaderReader reader;

  public SessionFileCheck(XorMask legacyKey) {
    this.reader = new AllegedHeaderReader(legacyKey);
  }

  /** Why a file is not a session, in words; empty if it is one. */
  Optional<String> problemWith(Path file) throws IOException {
    HeaderReading reading = reader.read(ByteSource.of(file));
    return reading instanceof HeaderReading.Unreadable(String reason) && !isContainer(file)
        ? Optional.of(file.getFileName() + " is not a session file: " + reason)
        : Optional.empty();
  }

  private static boolean isContainer(Path file) throws IOException {
    try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(file))) {
      return Cover.isFollowedByPayload(in);
    }
  }

  /** {@code image/png} for files that any viewer shows, so that consoles of S3 show them too. */
  static String contentType(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Png.hasSignature(in.readNBytes(Png.SIGNATURE_BYTES))
          ? "image/png"
          : "application/octet-stream";
    }
  }
}
