package io.fastshot.container.read;

import io.fastshot.container.Format;
import io.fastshot.container.FormatException;
import io.fastshot.container.Metadata;
import io.fastshot.container.Payload;
import io.fastshot.container.SessionHead;
import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.json.Reasons;
import io.fastshot.container.png.Png;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a session file says of itself from as few bytes as possible.
 *
 * <p><b>Cost:</b> one request of 64 KiB; of a current file with a larger cover a second one for the
 * rest of the cover. Of the original's files above 64 KiB a second request of 128 KiB at their end,
 * further ones, each four times as far back, while the metadata's start is not in it, up to 8 MiB.
 * Only files whose JSON has another layout than the original writes are streamed as a whole, in
 * constant memory.
 *
 * <p>What it says is alleged: damage in the part that was not read is not seen. A current file must
 * have the size that its cover says.
 *
 * <p><b>Threads:</b> immutable; safe from any number of threads.
 */
public final class AllegedHeaderReader {

  /** The largest collage that is copied out: that of 100 images of noise. */
  public static final int MAX_THUMBNAIL_BYTES = 4 * 1024 * 1024;

  /**
   * The most that is streamed of one file, all passes together: a second of processor time for the
   * worst JSON (150 MB/s measured). Larger files that would have to be streamed are refused.
   */
  private static final long MAX_STREAMED_BYTES = 128L * 1024 * 1024;

  /** The time of saving stands in the first bytes of the document. */
  private static final int SESSION_HEAD_BYTES = 4096;

  private final PayloadFinder finder;

  /**
   * A reader for files with one key.
   *
   * @param legacyKey the key of the original's cloud files; {@link XorMask#none()} if none is set
   */
  public AllegedHeaderReader(XorMask legacyKey) {
    this.finder = new PayloadFinder(legacyKey);
  }

  /**
   * Reads the header of one file.
   *
   * @param source whose size is known; never wholly in memory
   * @return {@link HeaderReading.Unreadable} if the file is empty, cut off, damaged, no session, or
   *     if the key does not fit
   * @throws IOException if the source fails; the file may be sound, try again
   */
  public HeaderReading read(ByteSource source) throws IOException {
    try {
      HeadBuffer head = new HeadBuffer(source);
      PayloadFinder.Found found = finder.find(head);
      Declaration declaration = found.declaration();
      return new HeaderReading.Readable(
          declaration == null
              ? original(head, found)
              : current(head, found.coverEnd(), declaration));
    } catch (FormatException e) {
      return new HeaderReading.Unreadable(e.reason());
    }
  }

  private static AllegedHeader current(HeadBuffer head, long coverEnd, Declaration declaration)
      throws IOException {
    byte[] cover = null;
    if (declaration.fields().imageCount() > 0 && coverEnd <= MAX_THUMBNAIL_BYTES) {
      byte[] png = head.range(0, coverEnd);
      cover = Png.isPlausibleThumbnail(png) ? png : null;
    }
    return new AllegedHeader(
        declaration.fields(),
        Format.CURRENT,
        cover,
        declaration.fields().createdAt(),
        declaration.payload().sha256());
  }

  private static AllegedHeader original(HeadBuffer head, PayloadFinder.Found found)
      throws IOException, FormatException {
    FormatException first = null;
    long mayStream = MAX_STREAMED_BYTES / found.payloads().size();
    for (Payload payload : found.payloads()) {
      try {
        return original(head, payload, mayStream);
      } catch (FormatException e) {
        first = first == null ? e : first;
      }
    }
    throw first == null ? new FormatException(Reasons.NOT_A_SESSION) : first;
  }

  private static AllegedHeader original(HeadBuffer head, Payload payload, long mayStream)
      throws IOException, FormatException {
    if (head.holdsWholeFile()) {
      return header(payload, whole(() -> payload.open(ByteSource.of(head.keptBytes()))));
    }
    TailReader tail = new TailReader(head, payload);
    Metadata metadata = tail.read();
    if (metadata != null) {
      Integer images = metadata.imageCount();
      return new AllegedHeader(
          metadata.fields(images == null ? 0 : images),
          payload.format(),
          metadata.thumbnailPng(),
          timestamp(head, payload),
          null);
    }
    if (tail.holdsPayload()) {
      return header(payload, whole(tail::open));
    }
    if (head.fileSize() > mayStream) {
      throw new FormatException(Reasons.TOO_LARGE);
    }
    if (head.fileSize() > mayStream / 2) {
      return header(payload, withoutThumbnail(() -> payload.open(head.source())));
    }
    return header(payload, whole(() -> payload.open(head.source())));
  }

  private static AllegedHeader header(Payload payload, ParsedSession session) {
    return new AllegedHeader(
        session.fields(), payload.format(), session.thumbnailPng(), session.timestamp(), null);
  }

  /** Opens a document from its start. */
  private interface Document {
    InputStream open() throws IOException;
  }

  private static ParsedSession whole(Document document) throws IOException, FormatException {
    SessionParser parser = new SessionParser(true);
    try (InputStream in = document.open()) {
      return parser.parse(in);
    } catch (FormatException e) {
      if (!parser.thumbnailFailed()) {
        throw e;
      }
    }
    return withoutThumbnail(document);
  }

  /** One pass, whatever the thumbnail is. */
  private static ParsedSession withoutThumbnail(Document document)
      throws IOException, FormatException {
    try (InputStream in = document.open()) {
      return new SessionParser(false).parse(in);
    }
  }

  private static @Nullable String timestamp(HeadBuffer head, Payload payload) throws IOException {
    byte[] start = head.bytes(payload.offset(), SESSION_HEAD_BYTES);
    payload.mask().apply(start, 0, start.length, 0);
    int ascii = start.length;
    for (int i = 0; i < start.length; i++) {
      if (start[i] < 0) {
        ascii = i; // never cut inside a character
        break;
      }
    }
    return SessionHead.timestamp(new ByteArrayInputStream(Arrays.copyOf(start, ascii)));
  }
}
