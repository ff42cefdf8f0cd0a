package io.fastshot.fuzz;

import io.fastshot.badfiles.BadFile;
import io.fastshot.container.bytes.XorMask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Any bytes as a session file, or as the part of one that random changes would not get past: behind
 * the mask, behind a checksum, at the end of a large file.
 */
public final class ContainerFuzz {
  private static final XorMask KEY = XorMask.of(BadFile.KEY);
  private static final List<Shape> SHAPES = List.of(Shape.values());
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** Large enough that the metadata are looked for at the end. */
  private static final byte[] LARGE_SESSION =
      utf8(
          "{\n  \"session\": {\n    \"windows\": [{\"image_data\": \""
              + "QUFB".repeat(17_000)
              + "\"}]\n  },\n  \"metadata\": {\n    ");

  private ContainerFuzz() {}

  /** The ways to make a file of an input; its first byte says which. */
  enum Shape {
    RAW,
    RAW_WITH_KEY,
    MASKED,
    MASKED_IN_COVER,
    CLEAR_IN_COVER,
    END_OF_LARGE,
    END_OF_LARGE_MASKED,
    DECLARATION
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    Shape shape = SHAPES.get((input[0] & 0xFF) % SHAPES.size());
    switch (shape) {
      case RAW -> FileProperties.check(rest, XorMask.none());
      case RAW_WITH_KEY -> FileProperties.check(rest, KEY);
      case MASKED -> FileProperties.check(masked(rest), KEY);
      case MASKED_IN_COVER -> FileProperties.check(covered(masked(rest)), KEY);
      case CLEAR_IN_COVER -> FileProperties.check(covered(rest), XorMask.none());
      case END_OF_LARGE -> FileProperties.check(join(LARGE_SESSION, rest), XorMask.none());
      case END_OF_LARGE_MASKED ->
          FileProperties.check(covered(masked(join(LARGE_SESSION, rest))), KEY);
      case DECLARATION -> FileProperties.check(declared(rest), KEY);
    }
  }

  /** An input that makes a file of these bytes. */
  static byte[] seed(Shape shape, byte[] bytes) {
    return join(new byte[] {(byte) SHAPES.indexOf(shape)}, bytes);
  }

  private static byte[] masked(byte[] clear) {
    byte[] masked = clear.clone();
    KEY.apply(masked, 0, masked.length, 0);
    return masked;
  }

  private static byte[] covered(byte[] payload) {
    return join(SIGNATURE, chunk("IEND", new byte[0]), utf8("FHDR"), payload);
  }

  private static byte[] declared(byte[] text) {
    return join(
        SIGNATURE,
        chunk("iTXt", join(utf8("fastshot"), new byte[5], text)),
        chunk("IEND", new byte[0]),
        utf8("FHDR{\"windows\": []}"));
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] checked = join(utf8(type), content);
    CRC32 crc = new CRC32();
    crc.update(checked);
    return join(number(content.length), checked, number((int) crc.getValue()));
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
