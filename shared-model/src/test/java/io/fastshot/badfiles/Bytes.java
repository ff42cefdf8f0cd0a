package io.fastshot.badfiles;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Bytes, PNG chunks and masks, made without the code under test. */
final class Bytes {
  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  static final byte[] MARKER = utf8("FHDR");

  private Bytes() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  static byte[] repeat(int value, int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  static byte[] noise(int seed, int count) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  static byte[] with(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
  }

  static byte[] withInt(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    ByteBuffer.wrap(changed).putInt(at, value);
    return changed;
  }

  static byte[] xor(byte[] bytes, String key) {
    if (key.isEmpty()) {
      return bytes;
    }
    byte[] mask = utf8(key);
    byte[] masked = bytes.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= mask[i % mask.length];
    }
    return masked;
  }

  static byte[] chunk(String type, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(utf8(type));
    crc.update(content);
    return join(number(content.length), utf8(type), content, number((int) crc.getValue()));
  }

  static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  static byte[] header(int width, int height, int depth, int color) {
    return join(number(width), number(height), new byte[] {(byte) depth, (byte) color, 0, 0, 0});
  }

  static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(plain);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 * 1024];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** A PNG of white pixels, with more chunks right after its header. */
  static byte[] png(int width, int height, byte[]... chunks) {
    byte[] rows = repeat(0xFF, height * (1 + 3 * width));
    for (int y = 0; y < height; y++) {
      rows[y * (1 + 3 * width)] = 0;
    }
    return join(
        SIGNATURE,
        chunk("IHDR", header(width, height, 8, 2)),
        join(chunks),
        chunk("IDAT", deflated(rows)),
        chunk("IEND", new byte[0]));
  }

  static byte[] textChunk(String keyword, byte[] utf8) {
    return chunk("iTXt", join(utf8(keyword), new byte[5], utf8));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
