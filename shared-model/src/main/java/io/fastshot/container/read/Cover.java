package io.fastshot.container.read;

import io.fastshot.container.FormatException;
import io.fastshot.container.json.Reasons;
import io.fastshot.container.png.Png;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The PNG at the start of a container.
 *
 * @param endOffset where the PNG ends
 * @param payloadOffset where the payload starts, after its marker
 * @param declaration of the first sound {@code iTXt} chunk of ours; null if there is none
 */
public record Cover(long endOffset, long payloadOffset, @Nullable Declaration declaration) {
  /** The keyword of the {@code iTXt} chunk with the fields. */
  public static final String KEYWORD = "fastshot";

  /** What stands between the cover and the payload. */
  private static final byte[] MARKER = {'F', 'H', 'D', 'R'};

  /** No cover is larger: the original's own is 289 bytes, a collage of 100 images 3 MB. */
  private static final long MAX_BYTES = 16L * 1024 * 1024;

  /** Name, tags and description; more is not read from a cover. */
  private static final int MAX_DECLARATION_BYTES = 1024 * 1024;

  /** We write one, first of all chunks; who hides it behind more of its like is not waited for. */
  private static final int MAX_DECLARATIONS = 8;

  /** How far behind a cover its marker is looked for. */
  private static final int MAX_GAP = 1024 * 1024;

  public static byte[] marker() {
    return MARKER.clone();
  }

  /**
   * Whether a PNG stands at the beginning, and the marker of a payload with at least a byte after
   * it.
   */
  public static boolean isFollowedByPayload(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (!Png.hasSignature(in.readNBytes(Png.SIGNATURE_BYTES))) {
      return false;
    }
    try {
      int type;
      do {
        long length = Integer.toUnsignedLong(data.readInt());
        type = data.readInt();
        in.skipNBytes(length + Integer.BYTES);
      } while (type != Png.IEND);
      return Arrays.equals(data.readNBytes(MARKER.length), MARKER) && in.read() >= 0;
    } catch (EOFException _) {
      return false; // ends inside the picture or right after it
    }
  }

  /**
   * Walks the chunks of a PNG to its end. One request for a cover below 64 KiB.
   *
   * @param head of a file with the PNG signature; lengths in it are not trusted
   * @throws FormatException if the PNG or the marker behind it is incomplete
   */
  static Cover walk(HeadBuffer head) throws IOException, FormatException {
    @Nullable Declaration declaration = null;
    int tried = 0;
    long at = 8;
    while (true) {
      byte[] start = head.bytes(at, 8);
      if (start.length < 8) {
        throw new FormatException(Reasons.CUT_IN_COVER);
      }
      long length = Integer.toUnsignedLong(ByteBuffer.wrap(start).getInt());
      int type = ByteBuffer.wrap(start, 4, 4).getInt();
      long end = at + Png.CHUNK_OVERHEAD + length;
      if (end > head.fileSize()) {
        throw new FormatException(Reasons.CUT_IN_COVER);
      }
      if (end > MAX_BYTES) {
        throw new FormatException(Reasons.BAD_COVER);
      }
      if (type == Png.IEND) {
        return new Cover(end, payloadOffset(head, end), declaration);
      }
      boolean mayDeclare = type == Png.ITXT && length <= MAX_DECLARATION_BYTES;
      if (mayDeclare && declaration == null && tried++ < MAX_DECLARATIONS) {
        declaration = declaration(head, at, (int) length);
        if (declaration != null) {
          head.expectUpTo(head.fileSize() - declaration.payload().bytes());
        }
      }
      at = end;
    }
  }

  private static @Nullable Declaration declaration(HeadBuffer head, long at, int length)
      throws IOException {
    byte[] chunk = head.bytes(at + 4, 4 + length + 4);
    int crc = ByteBuffer.wrap(chunk, 4 + length, 4).getInt();
    if (crc != Png.crc(chunk, 0, 4 + length)) {
      return null;
    }
    byte[] text = Png.textOf(KEYWORD, Arrays.copyOfRange(chunk, 4, 4 + length));
    return text == null ? null : Declaration.parse(text);
  }

  private static long payloadOffset(HeadBuffer head, long end) throws IOException, FormatException {
    if (Arrays.equals(head.bytes(end, MARKER.length), MARKER)) {
      return end + MARKER.length;
    }
    byte[] gap = head.bytes(end, MAX_GAP);
    for (int i = 0; i + MARKER.length <= gap.length; i++) {
      if (Arrays.equals(gap, i, i + MARKER.length, MARKER, 0, MARKER.length)) {
        return end + i + MARKER.length;
      }
    }
    throw new FormatException(Reasons.NO_SESSION);
  }
}
