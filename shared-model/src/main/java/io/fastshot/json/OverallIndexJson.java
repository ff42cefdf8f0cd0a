package io.fastshot.json;

import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.Removal;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * {@code overall_meta.json}, read and written as a stream, plain or compressed.
 *
 * <p>Reading is tolerant: members of the wrong type count as missing; a row or removal without the
 * file name of a session is left out; of rows of one session the first counts; rows out of order
 * are sorted; a row or a floor above the document's own rev counts as of that rev. Members that
 * this version does not know are kept, of the document (written before the rows) and of each row.
 *
 * <p>It is also bounded: {@value #MAX_PLAIN_BYTES} bytes of plain JSON (a small compressed document
 * can claim to be far more), 250,000 rows, 64 levels of nesting.
 */
public final class OverallIndexJson {
  private OverallIndexJson() {}

  /** The most that a document may have, uncompressed: 128 MiB. 100,000 rows have some 46 MB. */
  public static final long MAX_PLAIN_BYTES = 128L << 20;

  /** Up to this size a document is written plain, for people and for the original app. */
  public static final int MAX_WRITTEN_PLAIN_BYTES = 256 << 10;

  /**
   * The same where the original app goes on working on the library, which reads plain JSON only:
   * some 12,000 sessions with short texts.
   */
  public static final int MAX_PLAIN_BYTES_FOR_ORIGINAL = 4 << 20;

  /**
   * The highest rev that is believed: the last whole number that every JSON reader knows exactly.
   * Revs begin at the clock in milliseconds (1.8e12) and count writes, so none of ours gets near;
   * beyond it there would be no next one.
   */
  public static final long MAX_REV = (1L << 53) - 1;

  static final String FORMAT = "format";
  static final String REV = "rev";
  static final String NONCE = "nonce";
  static final String LAST_UPDATED = "last_updated";
  static final String TOTAL_SESSIONS = "total_sessions";
  static final String COMPLETE = "complete";
  static final String REBUILD = "rebuild";
  static final String REMOVED_FLOOR = "removed_floor";
  static final String REMOVED = "removed";
  static final String AT = "at";
  static final String SESSIONS = "sessions";
  private static final int CURRENT_FORMAT = 2;
  private static final String GZIP = "gzip";

  /** What a document turned out to be. */
  public sealed interface Reading {

    /** A document of this project's format. */
    record Native(OverallIndex index) implements Reading {}

    /**
     * A document that the original app wrote: its rows have no display fields, no {@code src} and
     * rev 0. Its {@code created_at} is the time of the upload, not of the session, so it is left
     * out; its time of writing has no zone, so {@code lastUpdated} is null.
     */
    record Original(OverallIndex index) implements Reading {}

    /**
     * Not an overall index, or one of a newer format than this version knows.
     *
     * @param reason in words for a person
     */
    record Garbage(String reason) implements Reading {}
  }

  /**
   * A document as it is stored.
   *
   * @param contentEncoding {@code gzip}, or null for plain JSON
   */
  public record Encoded(byte[] bytes, @Nullable String contentEncoding) {}

  /**
   * What is new in a document.
   *
   * @param index the document, of its rows and removals only those with a rev above the known one;
   *     empty if {@code needsWhole}
   * @param totalSessions the number of rows in the whole document, as its head says: whoever
   *     applies the new rows to an older version can check the sum
   * @param needsWhole whether the head cannot tell what changed, so that the whole document must be
   *     read with {@link OverallIndexJson#read(InputStream)}
   */
  public record HeadReading(OverallIndex index, long totalSessions, boolean needsWhole) {}

  /**
   * Reads a whole document.
   *
   * @param plainOrGzip the bytes as they are stored; not closed
   * @throws IOException if the stream broke; what is wrong with the document is a {@link
   *     Reading.Garbage}
   */
  public static Reading read(InputStream plainOrGzip) throws IOException {
    try (InputStream plain = BoundedInput.plain(plainOrGzip, MAX_PLAIN_BYTES);
        JsonParser parser = Json.parser(plain)) {
      OverallIndexReader reader = new OverallIndexReader(parser, -1);
      reader.run();
      return result(reader);
    } catch (DocumentException e) {
      return new Reading.Garbage(String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      return e.getCause() instanceof IOException io
          ? garbage(io)
          : new Reading.Garbage("it is not valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      return garbage(e);
    }
  }

  private static Reading result(OverallIndexReader reader) {
    if (!reader.isIndex()) {
      return new Reading.Garbage("it has neither a format nor sessions");
    }
    if (!reader.isNative()) {
      return new Reading.Original(reader.originalIndex());
    }
    if (reader.format() != CURRENT_FORMAT) {
      return new Reading.Garbage(
          "its format is not 2 but " + reader.format() + "; a newer Fastshot may read it");
    }
    OverallIndex index = reader.index();
    return index.rev() <= MAX_REV
        ? new Reading.Native(index)
        : new Reading.Garbage("its version " + index.rev() + " is none that an indexer reaches");
  }

  /** What the bytes are that made a parser or decompressor fail. */
  private static Reading garbage(IOException failure) throws IOException {
    return switch (failure) {
      case BoundedInput.Broken broken -> throw broken.failure();
      case BoundedInput.TooLong _ ->
          new Reading.Garbage("it is longer than " + MAX_PLAIN_BYTES + " bytes");
      case ZipException zip ->
          new Reading.Garbage("its compression is damaged: " + zip.getMessage());
      case EOFException _ -> new Reading.Garbage("its compression ends too early");
      default -> new Reading.Garbage("it is no text in UTF-8: " + failure.getMessage());
    };
  }

  /** As {@link #read(InputStream)}, from memory. */
  public static Reading read(byte[] plainOrGzip) {
    try {
      return read(new ByteArrayInputStream(plainOrGzip));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  /**
   * Reads the head of a document, up to its first row with a rev of {@code knownRev} or below: a
   * few bytes more than what is new, with some 16 KiB read ahead at most.
   *
   * @param plainOrGzip the bytes as they are stored; not closed, so that the caller can give up the
   *     rest of a transfer
   * @param knownRev the version that the caller holds; 0 or more
   * @throws IOException if the stream broke
   */
  public static HeadReading readHead(InputStream plainOrGzip, long knownRev) throws IOException {
    if (knownRev < 0) {
      throw new IllegalArgumentException("the known rev is negative: " + knownRev);
    }
    try (InputStream plain = BoundedInput.plain(plainOrGzip, MAX_PLAIN_BYTES);
        JsonParser parser = Json.parser(plain)) {
      OverallIndexReader reader = new OverallIndexReader(parser, knownRev);
      reader.run();
      if (reader.format() != CURRENT_FORMAT) {
        return whole(reader.totalSessions());
      }
      long total = reader.totalSessions();
      OverallIndex index = reader.index();
      boolean tells =
          index.rev() >= knownRev && knownRev >= index.removedFloor() && index.rev() <= MAX_REV;
      return tells ? new HeadReading(index, total, false) : whole(total);
    } catch (DocumentException _) {
      return whole(0); // reading the whole document tells what is wrong with it
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException io) {
        garbage(io); // throws what the stream threw
      }
      return whole(0);
    } catch (IOException e) {
      garbage(e);
      return whole(0);
    }
  }

  private static HeadReading whole(long total) {
    return new HeadReading(OverallIndex.empty(), total, true);
  }

  /**
   * Writes a document: one row to a line, gzip above {@value #MAX_WRITTEN_PLAIN_BYTES} bytes. The
   * same index gives the same bytes.
   */
  public static Encoded write(OverallIndex index) {
    return write(index, MAX_WRITTEN_PLAIN_BYTES);
  }

  /**
   * As {@link #write(OverallIndex)}, with another limit.
   *
   * @param maxPlainBytes gzip above this size
   */
  public static Encoded write(OverallIndex index, int maxPlainBytes) {
    GzipAbove out = new GzipAbove(maxPlainBytes);
    try {
      try (out;
          JsonGenerator json = Json.generator(out)) {
        write(json, index);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return new Encoded(out.bytes(), out.compressed() ? GZIP : null);
  }

  private static void write(JsonGenerator out, OverallIndex index) {
    out.writeStartObject();
    out.writeNumberProperty(FORMAT, CURRENT_FORMAT);
    out.writeNumberProperty(REV, index.rev());
    Json.member(out, NONCE, index.nonce());
    Json.member(
        out, LAST_UPDATED, index.lastUpdated() == null ? null : index.lastUpdated().toString());
    out.writeNumberProperty(TOTAL_SESSIONS, index.rows().size());
    out.writeBooleanProperty(COMPLETE, index.complete());
    out.writeName(REBUILD);
    RebuildJson.write(out, index.rebuild());
    out.writeNumberProperty(REMOVED_FLOOR, index.removedFloor());
    out.writeArrayPropertyStart(REMOVED);
    index.removed().forEach(removal -> write(out, removal));
    out.writeEndArray();
    index.other().forEach((name, value) -> Json.member(out, name, value));
    out.writeArrayPropertyStart(SESSIONS);
    for (IndexRow row : index.rows()) {
      out.writeRaw('\n');
      RowJson.write(out, row);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Removal removal) {
    out.writeRaw('\n');
    out.writeStartObject();
    Json.member(out, RowJson.FILENAME, removal.id().filename());
    out.writeNumberProperty(RowJson.REV, removal.rev());
    if (removal.at() != null) {
      Json.member(out, AT, removal.at().toString());
    }
    out.writeEndObject();
  }
}
