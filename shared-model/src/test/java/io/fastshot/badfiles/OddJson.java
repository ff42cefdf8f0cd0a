package io.fastshot.badfiles;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nesting, repeated keys, and what is JSON to Python or to other parsers but not to all. */
final class OddJson {
  private static final int DEEP = 100_000;

  private OddJson() {}

  static List<BadFile> files() {
    BadFileList list = new BadFileList("JSON");
    deep(list);
    repeatedKeys(list);
    Map<String, String> dialects = new LinkedHashMap<>();
    addPython(dialects);
    addOther(dialects);
    dialects.forEach(
        (name, json) -> list.add(name, Expected.REFUSED, () -> Document.cloud(json, BadFile.KEY)));
    accepted(list);
    encodings(list);
    return list.files();
  }

  private static void deep(BadFileList list) {
    String arrays = "[".repeat(DEEP) + "]".repeat(DEEP);
    String objects = "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
    String open = "[".repeat(DEEP);
    Map.of("arrays", arrays, "objects", objects, "arrays that never close", open)
        .forEach((what, deep) -> {
          String name = "100,000 levels of " + what;
          list.add(
              name + " in the cover",
              Expected.ANY,
              () -> CurrentFile.sound().claiming("desc", deep).bytes());
          list.add(
              name + " in the metadata",
              Expected.REFUSED,
              () -> Document.small().withMetadata("desc", deep).cloud(BadFile.KEY));
          list.add(
              name + " in the metadata of a large file",
              Expected.REFUSED,
              () -> Document.large().withMetadata("desc", deep).cloud(BadFile.KEY));
          list.add(
              name + " in a window of a small file",
              what.contains("never") ? Expected.ANY : Expected.REFUSED_AS_A_WHOLE,
              () -> Document.small().withWindow("draw_history", deep).cloud(BadFile.KEY));
          list.addClear(name + " and nothing else", Expected.REFUSED, () -> Bytes.utf8(deep));
        });
  }

  private static void repeatedKeys(BadFileList list) {
    Document sound = Document.small();
    for (String field : List.of("name", "desc", "tags", "color", "class", "image_count")) {
      String twice = sound.metadataJson().replaceFirst("\\{", "{\"" + field + "\": [0],");
      list.add(
          field + " stands twice",
          Expected.READ,
          () -> Document.cloud(sound.jsonWithMetadata(twice), BadFile.KEY));
    }
    String json = sound.json();
    for (String whole : List.of("metadata", "session", "windows")) {
      list.add(
          whole + " stands twice, first null",
          Expected.READ,
          () ->
              Document.cloud(
                  json.replace("\"" + whole + "\":", "\"" + whole + "\": null, \"" + whole + "\":"),
                  BadFile.KEY));
    }
    list.add(
        "metadata again behind the metadata",
        Expected.READ,
        () ->
            Document.cloud(
                json.substring(0, json.length() - 2) + ",\n  \"metadata\": {\n  }\n}",
                BadFile.KEY));
    String many = "\"name\": \"x\",".repeat(DEEP);
    list.add(
        "100,000 times the same key",
        Expected.READ,
        () ->
            Document.cloud(
                sound.jsonWithMetadata(sound.metadataJson().replaceFirst("\\{", "{" + many)),
                BadFile.KEY));
  }

  private static void addPython(Map<String, String> dialects) {
    String json = Document.small().json();
    dialects.put("Python's repr", json.replace('"', '\''));
    dialects.put("Python's None", json.replace("null", "None"));
    dialects.put("Python's False", json.replace("false", "False"));
    dialects.put("Python's escape of a byte", json.replace("Bad but", "\\x42ad but"));
    dialects.put("Python's long escape", json.replace("Bad but", "\\U0001F511"));
    dialects.put("a tuple", json.replace("\"windows\": [", "\"windows\": ("));
    dialects.put("a trailing comma", json.replace("\n  }\n}", ",\n  }\n}"));
    dialects.put("an underscore in a number", json.replace("\"index\": 0", "\"index\": 1_0"));
    dialects.put("INF", json.replace("\"scale\": 1.0", "\"scale\": INF"));
    dialects.put("+Infinity", json.replace("\"scale\": 1.0", "\"scale\": +Infinity"));
    dialects.put("nan", json.replace("\"scale\": 1.0", "\"scale\": nan"));
  }

  private static void addOther(Map<String, String> dialects) {
    String json = Document.small().json();
    dialects.put("a comment", json.replace("\"scale\"", "/* x */ \"scale\""));
    dialects.put("a line comment", json.replace("\"scale\"", "// x\n\"scale\""));
    dialects.put("a shell comment", json.replace("\"scale\"", "# x\n\"scale\""));
    dialects.put("a key without quotes", json.replace("\"scale\"", "scale"));
    dialects.put("a leading zero", json.replace("\"index\": 0", "\"index\": 01"));
    dialects.put("a plus sign", json.replace("\"index\": 0", "\"index\": +1"));
    dialects.put("a bare fraction", json.replace("\"index\": 0", "\"index\": .5"));
    dialects.put("a fraction without digits", json.replace("\"index\": 0", "\"index\": 1."));
    dialects.put("a hexadecimal number", json.replace("\"index\": 0", "\"index\": 0x1F"));
    dialects.put("a raw line break in a text", json.replace("Bad but", "Bad\nbut"));
    dialects.put("a raw NUL in a text", json.replace("Bad but", "Bad\0but"));
    dialects.put("a raw tab in a text", json.replace("Bad but", "Bad\tbut"));
    dialects.put("a cut escape", json.replace("Bad but", "\\u12"));
    dialects.put("an unknown escape", json.replace("Bad but", "\\q"));
    dialects.put("a no-break space between", json.replace("\"scale\": ", "\"scale\":\u00a0"));
    dialects.put("a form feed between", json.replace("\"scale\": ", "\"scale\":\f"));
    dialects.put("a missing colon", json.replace("\"scale\": ", "\"scale\" "));
    dialects.put("a missing comma", json.replace("1.0\",", "1.0\""));
    dialects.put(
        "a missing brace in the middle", json.replace("\"geometry\": {", "\"geometry\": "));
    dialects.put("a brace too many", json.replace("\"geometry\": {", "\"geometry\": {{"));
    dialects.put("a bracket closed by a brace", json.replace("\n    ]", "\n    }"));
    dialects.put(
        "a number of 4,301 digits", json.replace("\"index\": 0", "\"index\": " + "1".repeat(4301)));
  }

  private static void accepted(BadFileList list) {
    String json = Document.small().json();
    Map<String, String> taken = new LinkedHashMap<>();
    taken.put("NaN for a scale", json.replace("\"scale\": 1.0", "\"scale\": NaN"));
    taken.put("Infinity for a scale", json.replace("\"scale\": 1.0", "\"scale\": -Infinity"));
    taken.put("CRLF", json.replace("\n", "\r\n"));
    taken.put("one line", json.replaceAll("\n *", ""));
    taken.put("old Mac line ends", json.replace('\n', '\r'));
    taken.put("a MiB of spaces before", " ".repeat(1 << 20) + json);
    taken.put("an empty key", json.replace("\"scale\"", "\"\""));
    taken.put("DEL and U+2028 raw", json.replace("Bad but", "\u007f\u2028\uffff"));
    taken.forEach(
        (name, text) -> list.add(name, Expected.READ, () -> Document.cloud(text, BadFile.KEY)));
  }

  private static void encodings(BadFileList list) {
    String json = Document.small().json();
    for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE")) {
      byte[] bytes = json.getBytes(java.nio.charset.Charset.forName(charset));
      list.add(
          charset + " in a container", Expected.REFUSED, () -> Document.cloud(bytes, BadFile.KEY));
      list.addClear(charset + " alone", Expected.REFUSED, () -> bytes);
    }
    byte[] marked = Bytes.utf8("\ufeff" + json);
    list.addClear("byte order mark alone", Expected.REFUSED, () -> marked);
    list.add("byte order mark masked", Expected.REFUSED, () -> Document.cloud(marked, BadFile.KEY));
    byte[] latin = Bytes.join(Bytes.utf8(json.substring(0, 20)), new byte[] {(byte) 0xE4});
    list.addClear(
        "Latin-1", Expected.REFUSED, () -> Bytes.join(latin, Bytes.utf8(json.substring(20))));
  }
}
