package io.fastshot.container;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.Sha256;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.json.Reasons;
import io.fastshot.container.read.Declaration;
import io.fastshot.container.read.HeadBuffer;
import io.fastshot.container.read.ImageParser;
import io.fastshot.container.read.ImageVisitor;
import io.fastshot.container.read.ParsedSession;
import io.fastshot.container.read.PayloadFinder;
import io.fastshot.container.read.SessionParser;
import io.fastshot.container.read.SessionReading;
import io.fastshot.container.write.SessionWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads and writes whole session files as streams: memory does not grow with the file, only with
 * its largest image where images are asked for.
 *
 * <p><b>Threads:</b> immutable; safe from any number of threads.
 */
public final class FastshotCodec {
  private final XorMask legacyKey;
  private final PayloadFinder finder;

  /**
   * A codec for files with one key.
   *
   * @param legacyKey the key of the original's cloud files; {@link XorMask#none()} if none is set
   */
  public FastshotCodec(XorMask legacyKey) {
    this.legacyKey = legacyKey;
    this.finder = new PayloadFinder(legacyKey);
  }

  /**
   * Reads the whole file, as strictly as the original does: the JSON must be sound to its last byte
   * and hold a list of windows; of a current file the checksum of the payload must be right. The
   * images are not decoded.
   *
   * @return the fields of a current file as its cover says them
   * @throws IOException if the source fails
   */
  public SessionReading inspect(ByteSource source) throws IOException {
    try {
      PayloadFinder.Found found = finder.find(new HeadBuffer(source));
      Declaration declaration = found.declaration();
      return declaration == null
          ? original(source, found)
          : current(source, found.payloads().getFirst(), declaration);
    } catch (FormatException e) {
      return new SessionReading.Unreadable(e.reason());
    }
  }

  private static SessionReading original(ByteSource source, PayloadFinder.Found found)
      throws IOException, FormatException {
    FormatException first = null;
    for (Payload payload : found.payloads()) {
      try (InputStream in = payload.open(source)) {
        ParsedSession session = new SessionParser(false).parse(in);
        return new SessionReading.Readable(session.fields(), session.timestamp(), payload.format());
      } catch (FormatException e) {
        first = first == null ? e : first;
      }
    }
    throw first == null ? new FormatException(Reasons.NOT_A_SESSION) : first;
  }

  private static SessionReading current(ByteSource source, Payload payload, Declaration declaration)
      throws IOException, FormatException {
    requireKnown(declaration);
    try (DigestInputStream stored =
        new DigestInputStream(payload.openStored(source), Sha256.digest())) {
      ParsedSession session = new SessionParser(false).parse(payload.mask().unmask(stored, 0));
      stored.transferTo(OutputStream.nullOutputStream());
      String sha256 = HexFormat.of().formatHex(stored.getMessageDigest().digest());
      if (!sha256.equals(declaration.payload().sha256())) {
        throw new FormatException(Reasons.CHECKSUM);
      }
      return new SessionReading.Readable(declaration.fields(), session.timestamp(), Format.CURRENT);
    }
  }

  private static void requireKnown(Declaration declaration) throws FormatException {
    String alg = declaration.payload().alg();
    if (!alg.equals(Declaration.PLAIN) && !alg.equals(Declaration.XOR)) {
      throw new FormatException(Reasons.unknownAlgorithm(alg));
    }
  }

  /**
   * Hands the images of a session to a visitor, on the calling thread, in the order of the file,
   * one image in memory at a time (at most 256 MiB each).
   *
   * @throws IOException if the source or the visitor fails
   * @throws FormatException if the file is not a sound session; the visitor may have received some
   *     images before
   */
  public void readImages(ByteSource source, ImageVisitor visitor)
      throws IOException, FormatException {
    PayloadFinder.Found found = finder.find(new HeadBuffer(source));
    if (found.declaration() != null) {
      requireKnown(found.declaration());
    }
    Payload payload = found.payloads().getFirst();
    if (found.payloads().size() > 1) {
      payload = sound(source, found);
    }
    try (InputStream in = payload.open(source)) {
      new ImageParser(visitor).parse(in);
    }
  }

  /** Which of two payloads it is; costs reading the file once. */
  private static Payload sound(ByteSource source, PayloadFinder.Found found) throws IOException {
    for (Payload payload : found.payloads()) {
      PayloadFinder.Found only = new PayloadFinder.Found(List.of(payload), null, 0);
      if (isSound(source, only)) {
        return payload;
      }
    }
    return found.payloads().getFirst();
  }

  private static boolean isSound(ByteSource source, PayloadFinder.Found found) throws IOException {
    try {
      original(source, found);
      return true;
    } catch (FormatException _) {
      return false;
    }
  }

  /**
   * Writes a session. Its images are asked for several times: once for the collage (drawn from the
   * originals), once for the payload and, in the current format, once more before that for the
   * payload's checksum, which stands in front of it. Nothing is staged on disk.
   *
   * @param session whose image sources give the same bytes each time
   * @param format {@link Format#CLOUD_XOR} and {@link Format#JSON_XOR} need a key
   * @param out is not closed
   * @throws IllegalArgumentException if the format needs a key and none is set
   * @throws IOException if an image or {@code out} fails, or an image changed meanwhile; {@code
   *     out} then holds a part of a file
   */
  public void write(SessionFile session, Format format, OutputStream out) throws IOException {
    SessionWriter writer = new SessionWriter(session);
    switch (format) {
      case CURRENT -> writer.writeCurrent(out);
      case CLOUD_XOR -> writer.writeOriginal(out, requiredKey());
      case CLOUD_PLAIN -> writer.writeOriginal(out, XorMask.none());
      case JSON -> writer.writeJson(out);
      case JSON_XOR -> writer.writeJson(requiredKey().mask(out));
    }
  }

  private XorMask requiredKey() {
    if (legacyKey.isEmpty()) {
      throw new IllegalArgumentException("this format needs a legacy key, and none is set");
    }
    return legacyKey;
  }
}
