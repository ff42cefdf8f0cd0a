package io.fastshot.badfiles;

import static io.fastshot.badfiles.Bytes.join;
import static io.fastshot.badfiles.Bytes.utf8;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bytes that are no UTF-8, wherever text stands. */
final class BadUtf8 {
  private BadUtf8() {}

  private static Map<String, String> sequences() {
    Map<String, String> hex = new LinkedHashMap<>();
    hex.put("a lone continuation", "80");
    hex.put("an overlong slash", "c0af");
    hex.put("an overlong NUL", "c080");
    hex.put("a surrogate", "eda080");
    hex.put("a surrogate pair in six bytes", "eda0bdedb491");
    hex.put("beyond U+10FFFF", "f4908080");
    hex.put("0xFF", "ff");
    hex.put("0xFE 0xFF", "feff");
    hex.put("a cut sequence of four", "f09f94");
    hex.put("five bytes", "f888808080");
    return hex;
  }

  static List<BadFile> files() {
    BadFileList list = new BadFileList("UTF-8");
    sequences()
        .forEach((name, hex) -> {
          byte[] bad = HexFormat.of().parseHex(hex);
          list.add(
              name + " in the name",
              Expected.REFUSED,
              () -> Document.cloud(at(Document.small().json(), "Bad but", bad), BadFile.KEY));
          list.add(
              name + " in the name of a large file",
              Expected.REFUSED,
              () -> Document.cloud(at(Document.large().json(), "Bad but", bad), BadFile.KEY));
          list.add(
              name + " in a key",
              Expected.REFUSED,
              () -> Document.cloud(at(Document.small().json(), "desc\"", bad), BadFile.KEY));
          list.add(
              name + " in a window of a large file",
              Expected.REFUSED_AS_A_WHOLE,
              () -> Document.cloud(at(Document.large().json(), "geometry", bad), BadFile.KEY));
          list.add(
              name + " in the cover",
              Expected.ANY,
              () ->
                  CurrentFile.sound()
                      .withDeclaration(at(CurrentFile.sound().declaration(), "Bad but", bad)));
          list.add(
              name + " behind the JSON",
              Expected.REFUSED,
              () -> Document.cloud(join(utf8(Document.small().json()), bad), BadFile.KEY));
        });
    return list.files();
  }

  private static byte[] at(String json, String mark, byte[] bad) {
    int at = json.indexOf(mark) + 1;
    return join(utf8(json.substring(0, at)), bad, utf8(json.substring(at)));
  }
}
