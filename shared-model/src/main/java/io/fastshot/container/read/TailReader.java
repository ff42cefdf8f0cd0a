package io.fastshot.container.read;

import io.fastshot.container.FormatException;
import io.fastshot.container.Metadata;
import io.fastshot.container.Payload;
import io.fastshot.container.json.Reasons;
import io.fastshot.container.json.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the metadata of the original's files from their end, where the original puts it: the last
 * member of the document, its thumbnail last.
 *
 * <p>Its start is the last line break that is followed by the key at that indentation: a JSON
 * string never holds a line break in clear, so no text can imitate it. What follows must parse to
 * the end of the file.
 */
final class TailReader {
  /** Text fields and collage of nearly every session: 9 to 90 KB in 37 sessions of 3 to 26 MB. */
  static final int FIRST_READ = 128 * 1024;

  /** The collage of 100 images of noise has 4.0 MB in base64; what needs more is streamed. */
  private static final int MAX_TAIL = 8 * 1024 * 1024;

  private static final int GROWTH = 4;
  private static final byte[] ANCHOR = ascii("\n  \"metadata\": {");
  private static final byte[] ENDING = ascii("\n  }\n}");

  /** How many bytes of {@link #ENDING} belong to the document, not to its metadata. */
  private static final int DOCUMENT_ENDING = 2;

  private final HeadBuffer head;
  private final Payload payload;
  private byte[] tail = new byte[0];
  private long tailOffset;

  TailReader(HeadBuffer head, Payload payload) {
    this.head = head;
    this.payload = payload;
    this.tailOffset = head.fileSize();
  }

  /**
   * Reads the metadata. One request for most files, each further one for three times as much.
   *
   * @return null if the document has another layout, or if this metadata does not tell the number
   *     of images: the whole document must be read
   * @throws FormatException if the file is cut off
   */
  @Nullable Metadata read() throws IOException, FormatException {
    for (long want = FIRST_READ; want <= MAX_TAIL; want *= GROWTH) {
      extendTo(Math.max(payload.offset(), head.fileSize() - want));
      int end = trimmedEnd();
      if (end > 0 && tail[end - 1] != '}') {
        throw new FormatException(Reasons.CUT_OFF);
      }
      if (end < ENDING.length || !matches(end - ENDING.length, ENDING)) {
        return null;
      }
      int anchor = lastAnchor(end);
      if (anchor >= 0) {
        return metadata(anchor + ANCHOR.length - 1, end - DOCUMENT_ENDING);
      }
      if (holdsPayload()) {
        return null;
      }
    }
    return null;
  }

  /** Whether everything up to the payload's first byte has been read. */
  boolean holdsPayload() {
    return tailOffset == payload.offset();
  }

  /** The JSON in memory; the whole if {@link #holdsPayload()}. */
  InputStream open() {
    return new ByteArrayInputStream(tail);
  }

  private void extendTo(long offset) throws IOException {
    byte[] more = head.range(offset, tailOffset);
    payload.mask().apply(more, 0, more.length, offset - payload.offset());
    byte[] longer = Arrays.copyOf(more, more.length + tail.length);
    System.arraycopy(tail, 0, longer, more.length, tail.length);
    tail = longer;
    tailOffset = offset;
  }

  private int trimmedEnd() {
    int end = tail.length;
    while (end > 0 && PayloadFinder.isSpace(tail[end - 1])) {
      end--;
    }
    return end;
  }

  private int lastAnchor(int end) {
    for (int at = end - ANCHOR.length; at >= 0; at--) {
      if (matches(at, ANCHOR)) {
        return at;
      }
    }
    return -1;
  }

  private boolean matches(int at, byte[] expected) {
    return Arrays.equals(tail, at, at + expected.length, expected, 0, expected.length);
  }

  private @Nullable Metadata metadata(int from, int to) throws IOException {
    Metadata metadata = parse(from, to, true);
    if (metadata == null) {
      metadata = parse(from, to, false);
    }
    return metadata == null || metadata.imageCount() == null ? null : metadata;
  }

  /** Null if these bytes are not one object: the whole document then tells what is wrong. */
  private @Nullable Metadata parse(int from, int to, boolean wantsThumbnail) throws IOException {
    try (JsonParser json =
        StrictJson.parser(new ByteArrayInputStream(tail, from, Math.max(0, to - from)))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Metadata metadata = new MetadataParser(json, wantsThumbnail).parse();
      StrictJson.requireEnd(json);
      return metadata;
    } catch (JacksonException e) {
      StrictJson.rethrowSourceFailure(e);
      return null;
    } catch (FormatException _) {
      return null;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
