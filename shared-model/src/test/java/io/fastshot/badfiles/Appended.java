package io.fastshot.badfiles;

import static io.fastshot.badfiles.Bytes.join;
import static io.fastshot.badfiles.Bytes.utf8;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something behind the end of a sound file, or before its beginning. */
final class Appended {
  private Appended() {}

  static List<BadFile> files() {
    BadFileList list = new BadFileList("appended");
    Map<String, byte[]> clear = new LinkedHashMap<>();
    clear.put("one letter", utf8("x"));
    clear.put("a NUL", new byte[1]);
    clear.put("a block of zeros", new byte[4096]);
    clear.put("noise", Bytes.noise(6, 1000));
    clear.put("a brace", utf8("}"));
    clear.put("another document", utf8(Document.small().withMetadata("name", "\"other\"").json()));
    clear.put("a line of hash", utf8("\n# sha256: 0"));
    clear.forEach((name, more) -> addAround(list, name, more));
    for (String space : List.of(" ", "\n", "\r\n\t ", " ".repeat(100_000), "\n".repeat(200_000))) {
      list.add(
          space.length() + " of white space " + (int) space.charAt(0) + " behind a payload",
          Expected.READ,
          () -> Document.cloud(Document.small().json() + space, BadFile.KEY));
      list.add(
          space.length()
              + " of white space "
              + (int) space.charAt(0)
              + " behind the payload of a large file",
          Expected.READ,
          () -> Document.cloud(Document.large().json() + space, BadFile.KEY));
    }
    byte[] cloud = Document.small().cloud(BadFile.KEY);
    byte[] current = CurrentFile.sound().bytes();
    list.add("two clouds", Expected.REFUSED, () -> join(cloud, cloud));
    list.add("two current files", Expected.REFUSED, () -> join(current, current));
    list.add("cloud, then current", Expected.REFUSED, () -> join(cloud, current));
    list.add("current, then cloud", Expected.REFUSED, () -> join(current, cloud));
    list.add(
        "a cover, then a current file", Expected.REFUSED, () -> join(Bytes.png(9, 9), current));
    return list.files();
  }

  private static void addAround(BadFileList list, String name, byte[] more) {
    byte[] json = utf8(Document.small().json());
    list.addClear(name + " behind JSON", Expected.REFUSED, () -> join(json, more));
    list.add(
        name + " behind a payload",
        Expected.REFUSED,
        () -> Document.cloud(join(json, more), BadFile.KEY));
    list.add(
        name + " behind the payload of a large file",
        Expected.REFUSED_AS_A_WHOLE,
        () -> Document.cloud(join(utf8(Document.large().json()), more), BadFile.KEY));
    list.add(
        name + " behind a current file",
        Expected.REFUSED,
        () -> join(CurrentFile.sound().bytes(), more));
    list.addClear(name + " before JSON", Expected.REFUSED, () -> join(more, json));
    list.add(
        name + " before a container",
        Expected.REFUSED,
        () -> join(more, Document.small().cloud(BadFile.KEY)));
  }
}
