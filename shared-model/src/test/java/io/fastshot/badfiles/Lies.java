package io.fastshot.badfiles;

import static io.fastshot.badfiles.Bytes.join;
import static io.fastshot.badfiles.Bytes.utf8;

import io.fastshot.badfiles.BadFile.Expected;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Wrong magic numbers, lengths and offsets that lie, wrong checksums. */
final class Lies {
  private static final int[] LENGTHS = {
    0, 1, 12, 0xFFFF, 16 * 1024 * 1024 + 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -12
  };

  private static final List<String> SIZES =
      List.of(
          "-1",
          "0",
          "1",
          "2147483647",
          "2147483648",
          "4294967295",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "1" + "0".repeat(400),
          "1e3",
          "1e400",
          "0.5",
          "\"1000\"",
          "null",
          "true",
          "[]",
          "{}");

  private Lies() {}

  static List<BadFile> files() {
    BadFileList list = new BadFileList("lie");
    magic(list);
    chunks(list, "current", CurrentFile.sound().bytes());
    chunks(list, "cloud", Document.small().cloud(BadFile.KEY));
    markers(list);
    claims(list);
    manyChunks(list);
    return list.files();
  }

  private static void magic(BadFileList list) {
    byte[] cloud = Document.small().cloud(BadFile.KEY);
    byte[] current = CurrentFile.sound().bytes();
    for (int i = 0; i < 8; i++) {
      int at = i;
      list.add(
          "cloud, byte " + i + " of the signature",
          Expected.REFUSED,
          () -> Bytes.with(cloud, at, cloud[at] ^ 1));
      list.add(
          "current, byte " + i + " of the signature",
          Expected.REFUSED,
          () -> Bytes.with(current, at, cloud[at] ^ 1));
    }
    list.add("signature twice", Expected.REFUSED, () -> join(Bytes.SIGNATURE, cloud));
    list.add("signature alone", Expected.REFUSED, Bytes.SIGNATURE::clone);
  }

  private static void chunks(BadFileList list, String variant, byte[] file) {
    int at = 8;
    String type = "";
    while (!type.equals("IEND")) {
      int start = at;
      int length = ByteBuffer.wrap(file).getInt(at);
      type = new String(file, at + 4, 4, StandardCharsets.US_ASCII);
      String chunk = variant + ", chunk " + type;
      for (int lie : LENGTHS) {
        if (lie != length && lie != length + 1) {
          list.add(
              chunk + " claims " + Integer.toUnsignedString(lie) + " bytes",
              Expected.ANY,
              () -> Bytes.withInt(file, start, lie));
        }
      }
      list.add(
          chunk + " claims one byte more",
          Expected.ANY,
          () -> Bytes.withInt(file, start, length + 1));
      int crc = at + 8 + length;
      list.add(
          chunk + " with a wrong checksum",
          Expected.ANY,
          () -> Bytes.with(file, crc, file[crc] ^ 1));
      list.add(
          chunk + " of a type of zeros", Expected.ANY, () -> Bytes.withInt(file, start + 4, 0));
      at += 12 + length;
    }
  }

  private static void markers(BadFileList list) {
    byte[] png = Bytes.png(100, 100);
    byte[] payload = Bytes.xor(utf8(Document.small().json()), BadFile.KEY);
    for (String marker : List.of("", "fhdr", "RDHF", "FHD", "HDR", "FHDRFHDR", "FHDR\n")) {
      list.add(
          "marker is '" + marker.strip() + "' of " + marker.length() + " bytes",
          Expected.REFUSED,
          () -> join(png, utf8(marker), payload));
    }
    for (int gap : new int[] {1, 4, 1_000, 1_048_572}) {
      list.add(
          "marker " + gap + " bytes behind the cover",
          Expected.READ,
          () -> join(png, new byte[gap], Bytes.MARKER, payload));
    }
    list.add(
        "marker more than a MiB behind the cover",
        Expected.REFUSED,
        () -> join(png, new byte[1_048_573], Bytes.MARKER, payload));
  }

  private static void claims(BadFileList list) {
    CurrentFile sound = CurrentFile.sound();
    for (String size : SIZES) {
      String shown = size.length() > 30 ? size.length() + " digits" : size;
      list.add(
          "payload claims bytes " + shown,
          Expected.REFUSED,
          () -> sound.claimingOfPayload("bytes", size).bytes());
      list.add(
          "cover claims image_count " + shown,
          Expected.ANY,
          () -> sound.claiming("image_count", size).bytes());
    }
    int length = sound.payload().length;
    for (int lie : new int[] {length - 1, length + 1, 2 * length}) {
      list.add(
          "payload claims " + lie + " of " + length + " bytes",
          Expected.REFUSED,
          () -> sound.claimingOfPayload("bytes", String.valueOf(lie)).bytes());
    }
    for (String sha256 : List.of("", "0", "0".repeat(64), "x".repeat(64), "0".repeat(1000))) {
      list.add(
          "payload claims a SHA-256 of " + sha256.length() + " chars " + sha256.hashCode(),
          Expected.REFUSED_AS_A_WHOLE,
          () -> sound.claimingOfPayload("sha256", Document.quoted(sha256)).bytes());
    }
    for (String alg :
        List.of("", "Plain", "aes256-gcm-hkdf", "plain\\u0000", "x".repeat(500_000))) {
      list.add(
          "payload claims an algorithm of " + alg.length() + " chars",
          Expected.REFUSED_AS_A_WHOLE,
          () -> sound.claimingOfPayload("alg", Document.quoted(alg)).bytes());
    }
    list.add(
        "payload claims to be masked",
        Expected.REFUSED_AS_A_WHOLE,
        () -> sound.claimingOfPayload("alg", "\"xor\"").bytes());
  }

  private static void manyChunks(BadFileList list) {
    CurrentFile sound = CurrentFile.sound();
    byte[] right = Bytes.textChunk("fastshot", utf8(sound.declaration()));
    byte[] other =
        Bytes.textChunk("fastshot", utf8(sound.claiming("name", "\"second\"").declaration()));
    list.add(
        "two covers' texts that differ",
        Expected.READ,
        () -> sound.withCover(Bytes.png(100, 100, right, other)));
    list.add(
        "chunk behind IEND's place",
        Expected.ANY,
        () -> join(Bytes.png(100, 100), other, Bytes.MARKER, sound.payload()));
    for (String word : List.of("", "Fastshot", "fastshot ", "fastsho", "fastshot\0")) {
      byte[] chunk = Bytes.textChunk(word, utf8(sound.declaration()));
      list.add(
          "cover's text under the keyword '" + word.replace("\0", "NUL") + "'",
          Expected.ANY,
          () -> sound.withCover(Bytes.png(100, 100, chunk)));
    }
    byte[] empty = Bytes.chunk("teXt", new byte[0]);
    list.add(
        "a hundred thousand empty chunks",
        Expected.ANY,
        () -> sound.withCover(Bytes.png(100, 100, repeated(empty, 100_000))));
    byte[] broken = Bytes.textChunk("fastshot", utf8("{"));
    list.add(
        "ten thousand texts that are none",
        Expected.ANY,
        () -> sound.withCover(Bytes.png(100, 100, repeated(broken, 10_000))));
  }

  static byte[] repeated(byte[] bytes, int times) {
    ByteBuffer all = ByteBuffer.allocate(bytes.length * times);
    for (int i = 0; i < times; i++) {
      all.put(bytes);
    }
    return all.array();
  }
}
