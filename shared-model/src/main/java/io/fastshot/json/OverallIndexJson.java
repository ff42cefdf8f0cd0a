package io.fastshot.json;

import io.fastshot.model.OverallIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** {@code overall_meta.json}, read and written as a stream. */
public final class OverallIndexJson {
  private OverallIndexJson() {}

  /** What a document turned out to be. */
  public sealed interface Reading {

    /** A document of this project's format. */
    record Native(OverallIndex index) implements Reading {}

    /**
     * A document that the original app wrote: its rows have no display fields, no {@code src} and
     * rev 0. Its {@code created_at} is the time of the upload, not of the session, so it is left
     * out.
     */
    record Original(OverallIndex index) implements Reading {}

    /**
     * Not an overall index.
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
   *     applies the rows to an older version can check the sum
   * @param needsWhole whether the head cannot tell what changed, so that the whole document must be
   *     read with {@link OverallIndexJson#read(InputStream)}
   */
  public record HeadReading(OverallIndex index, long totalSessions, boolean needsWhole) {}

  /** Reads a whole document. */
  public static Reading read(InputStream plainOrGzip) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** As {@link #read(InputStream)}, from memory. */
  public static Reading read(byte[] plainOrGzip) {
    try {
      return read(new ByteArrayInputStream(plainOrGzip));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Reads the head of a document: up to its first row with a rev of {@code knownRev} or below. */
  public static HeadReading readHead(InputStream plainOrGzip, long knownRev) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Writes a document. */
  public static Encoded write(OverallIndex index) {
    throw new UnsupportedOperationException();
  }
}
