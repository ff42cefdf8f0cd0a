package io.fastshot.badfiles;

import static io.fastshot.badfiles.Bytes.utf8;

import io.fastshot.badfiles.BadFile.Expected;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.TreeMap;

/** Every variant of file, cut at each boundary of its structure. */
final class Truncations {
  private Truncations() {}

  static List<BadFile> files() {
    BadFileList list = new BadFileList("cut off");
    byte[] current = CurrentFile.sound().bytes();
    cutInCover(list, "current", BadFile.KEY, current, 0);
    // Up to the length of its second chunk it is like the other one.
    cutInCover(list, "cloud", BadFile.KEY, Document.small().cloud(BadFile.KEY), 36);
    cutInJson(list, "current", BadFile.KEY, current, current.length - jsonLength());
    byte[] cloud = Document.small().cloud(BadFile.KEY);
    cutInJson(list, "cloud", BadFile.KEY, cloud, cloud.length - jsonLength());
    cutInJson(
        list, "cloud without key", "", Document.small().cloud(""), cloud.length - jsonLength());
    cutInJson(list, "JSON alone", "", utf8(Document.small().json()), 0);
    cutInJson(
        list,
        "masked JSON alone",
        BadFile.KEY,
        Bytes.xor(utf8(Document.small().json()), BadFile.KEY),
        0);
    byte[] large = Document.large().cloud(BadFile.KEY);
    for (int missing : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 100, 1_000, 131_071, 131_072, 131_073}) {
      list.add(
          "large cloud without its last " + missing + " bytes",
          Expected.REFUSED,
          () -> Bytes.cut(large, large.length - missing));
    }
    return list.files();
  }

  private static int jsonLength() {
    return utf8(Document.small().json()).length;
  }

  /** At each field of each chunk, and in its middle. */
  private static void cutInCover(
      BadFileList list, String variant, String key, byte[] file, int from) {
    TreeMap<Integer, String> boundaries = new TreeMap<>();
    boundaries.put(1, "after one byte");
    boundaries.put(4, "in the signature");
    boundaries.put(8, "after the signature");
    int at = 8;
    String type = "";
    while (!type.equals("IEND")) {
      int length = ByteBuffer.wrap(file).getInt(at);
      type = new String(file, at + 4, 4, java.nio.charset.StandardCharsets.US_ASCII);
      boundaries.put(at + 2, "in the length of " + type);
      boundaries.put(at + 4, "before the type " + type);
      boundaries.put(at + 6, "in the type " + type);
      boundaries.put(at + 8 + length / 2, "in the middle of " + type);
      boundaries.put(at + 8 + length, "before the checksum of " + type);
      boundaries.put(at + 10 + length, "in the checksum of " + type);
      boundaries.put(at + 12 + length, "after " + type);
      at += 12 + length;
    }
    boundaries.put(at + 2, "in the marker");
    boundaries.put(at + 4, "after the marker");
    boundaries
        .tailMap(from)
        .forEach((length, where) ->
            list.add(
                variant + " " + where + " (" + length + ")",
                key,
                Expected.REFUSED,
                () -> Bytes.cut(file, length)));
  }

  /** At the end of each line of the JSON, and one byte before the end. */
  private static void cutInJson(
      BadFileList list, String variant, String key, byte[] file, int offset) {
    String json = Document.small().json();
    for (int i = json.indexOf('\n'); i >= 0; i = json.indexOf('\n', i + 1)) {
      int length = offset + utf8(json.substring(0, i)).length;
      list.add(variant + " at line end " + i, key, Expected.REFUSED, () -> Bytes.cut(file, length));
    }
    list.add(
        variant + " one byte before its end",
        key,
        Expected.REFUSED,
        () -> Bytes.cut(file, file.length - 1));
  }
}
