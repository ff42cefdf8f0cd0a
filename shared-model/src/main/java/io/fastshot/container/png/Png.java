package io.fastshot.container.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The outer form of PNG files: what the container needs, and enough to tell a whole one from a
 * damaged one. No pixel is ever decoded here.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG specification</a>
 */
public final class Png {
  /** Bytes of a chunk besides its content: length, type, checksum. */
  public static final int CHUNK_OVERHEAD = 12;

  /** Where the first chunk, {@code IHDR}, ends. */
  public static final int IHDR_END = 8 + CHUNK_OVERHEAD + 13;

  /** How much {@link #hasSignature} needs. */
  public static final int SIGNATURE_BYTES = 8;

  public static final int IEND = 0x49454E44;
  public static final int ITXT = 0x69545874;
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** A collage of 100 images is 1,200 pixels wide; more than this is no thumbnail. */
  private static final int MAX_THUMBNAIL_PIXELS = 8192;

  private Png() {}

  public static boolean hasSignature(byte[] bytes) {
    return bytes.length >= SIGNATURE.length
        && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /** Width and height in pixels as a file claims them; may be 0 or negative. */
  public record Size(int width, int height) {}

  /**
   * What the first chunk says.
   *
   * @param png with the signature, and at least {@link #IHDR_END} bytes
   */
  public static Size size(byte[] png) {
    ByteBuffer header = ByteBuffer.wrap(png, 16, 8);
    return new Size(header.getInt(), header.getInt());
  }

  /** Whether bytes look like a PNG of a thumbnail's size: signature and dimensions only. */
  public static boolean isPlausibleThumbnail(byte[] bytes) {
    if (bytes.length < IHDR_END || !hasSignature(bytes)) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(bytes, 8, 16);
    return header.getInt() == 13
        && header.getInt() == IHDR
        && isThumbnailEdge(header.getInt())
        && isThumbnailEdge(header.getInt());
  }

  /** Whether the bytes are one whole PNG and nothing else, every checksum right. */
  public static boolean isIntact(byte[] bytes) {
    Walk walk = walk(bytes);
    return walk.problem() == null && walk.end() == bytes.length;
  }

  /**
   * Why there is no whole PNG at the start of the bytes, in words that follow its name; null if
   * there is. What comes after it does not matter: some programs leave bytes there, and every
   * viewer passes over them.
   */
  public static @Nullable String problem(byte[] bytes) {
    return walk(bytes).problem();
  }

  /**
   * What was found from chunk to chunk.
   *
   * @param end behind the last chunk
   */
  private record Walk(int end, @Nullable String problem) {}

  private static Walk walk(byte[] bytes) {
    if (!hasSignature(bytes)) {
      return new Walk(0, "is not a PNG");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).position(SIGNATURE.length);
    boolean first = true;
    while (buffer.remaining() >= CHUNK_OVERHEAD) {
      int length = buffer.getInt();
      if (first && (length != IHDR_END - SIGNATURE.length - CHUNK_OVERHEAD)) {
        return new Walk(buffer.position(), "is damaged: it does not begin with its size");
      }
      first = false;
      if (length < 0 || length > buffer.remaining() - Integer.BYTES * 2) {
        break;
      }
      int crc = crc(bytes, buffer.position(), Integer.BYTES + length);
      int type = buffer.getInt();
      buffer.position(buffer.position() + length);
      if (buffer.getInt() != crc) {
        return new Walk(buffer.position(), "is damaged: the checksum of a part is wrong");
      }
      if (type == IEND) {
        return new Walk(buffer.position(), null);
      }
    }
    return new Walk(buffer.position(), "ends in the middle");
  }

  private static boolean isThumbnailEdge(int pixels) {
    return pixels >= 1 && pixels <= MAX_THUMBNAIL_PIXELS;
  }

  /** A whole chunk. */
  public static byte[] chunk(int type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_OVERHEAD + content.length);
    chunk.putInt(content.length).putInt(type).put(content);
    return chunk.putInt(crc(chunk.array(), 4, 4 + content.length)).array();
  }

  public static int crc(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  /** The content of an uncompressed {@code iTXt} chunk. */
  public static byte[] textContent(String keyword, byte[] utf8) {
    byte[] name = keyword.getBytes(StandardCharsets.ISO_8859_1);
    // After the keyword: its end, no compression, method 0, no language, no translated keyword.
    return ByteBuffer.allocate(name.length + 5 + utf8.length)
        .put(name)
        .put(new byte[5])
        .put(utf8)
        .array();
  }

  /** The text of an uncompressed {@code iTXt} chunk; null if it has another keyword. */
  public static byte @Nullable [] textOf(String keyword, byte[] content) {
    byte[] start = (keyword + "\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
    if (content.length < start.length
        || !Arrays.equals(content, 0, start.length, start, 0, start.length)) {
      return null;
    }
    int at = start.length;
    for (int skipped = 0; skipped < 2; skipped++) {
      while (at < content.length && content[at] != 0) {
        at++;
      }
      at++;
    }
    return at > content.length ? null : Arrays.copyOfRange(content, at, content.length);
  }

  /** The original's cover: 100 x 100 white pixels. */
  public static byte[] whiteCover() {
    int edge = 100;
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    byte[] row = new byte[1 + 3 * edge];
    Arrays.fill(row, 1, row.length, (byte) 0xFF);
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(pixels)) {
      for (int y = 0; y < edge; y++) {
        deflated.write(row);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(edge)
            .putInt(edge)
            .put(new byte[] {8, 2, 0, 0, 0}) // 8 bits, RGB, no interlace
            .array();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    png.writeBytes(chunk(IHDR, header));
    png.writeBytes(chunk(IDAT, pixels.toByteArray()));
    png.writeBytes(chunk(IEND, new byte[0]));
    return png.toByteArray();
  }
}
