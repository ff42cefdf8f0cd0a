package io.fastshot.client.data.cache;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** The outer form of PNG files: enough to tell a whole one from a damaged one. */
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int IEND = 0x49454E44;

  /** {@code FHDR}. */
  private static final int PAYLOAD_MARKER = 0x46484452;

  /** Length, type and checksum around the data of a chunk. */
  private static final int CHUNK_FRAME = 12;

  private Png() {}

  /** Whether the bytes begin as a PNG does. */
  public static boolean hasSignature(byte[] bytes) {
    return bytes.length >= SIGNATURE.length
        && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /** Whether the bytes are one whole PNG, every chunk with the checksum it was written with. */
  static boolean isIntact(byte[] bytes) {
    if (!hasSignature(bytes)) {
      return false;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).position(SIGNATURE.length);
    while (buffer.remaining() >= CHUNK_FRAME) {
      int length = buffer.getInt();
      if (length < 0 || length > buffer.remaining() - Integer.BYTES * 2) {
        return false;
      }
      CRC32 crc = new CRC32();
      crc.update(bytes, buffer.position(), Integer.BYTES + length);
      int type = buffer.getInt();
      buffer.position(buffer.position() + length);
      if (buffer.getInt() != (int) crc.getValue()) {
        return false;
      }
      if (type == IEND) {
        return !buffer.hasRemaining();
      }
    }
    return false;
  }

  /**
   * Whether a PNG stands at the beginning, and the marker of a payload with at least a byte after
   * it.
   */
  public static boolean isFollowedByPayload(InputStream in) throws IOException {
    if (!hasSignature(in.readNBytes(SIGNATURE.length))) {
      return false;
    }
    DataInputStream data = new DataInputStream(in);
    try {
      int type;
      do {
        long length = Integer.toUnsignedLong(data.readInt());
        type = data.readInt();
        in.skipNBytes(length + Integer.BYTES);
      } while (type != IEND);
      return data.readInt() == PAYLOAD_MARKER && in.read() >= 0;
    } catch (EOFException _) {
      return false; // ends inside the picture or right after it
    }
  }
}
