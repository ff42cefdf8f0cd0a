package io.fastshot.badfiles;

import static io.fastshot.badfiles.Document.quoted;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts of megabytes and lists of millions: nothing of it may reach the index. */
final class LongTexts {
  private static final int MIB = 1 << 20;

  private LongTexts() {}

  static List<BadFile> files() {
    BadFileList list = new BadFileList("long");
    for (String field : List.of("name", "desc", "color", "class", "created_at", "filename")) {
      texts()
          .forEach((name, text) -> {
            list.add(
                field + " of " + name,
                Expected.ANY,
                () -> Document.small().withMetadata(field, text).cloud(BadFile.KEY));
            list.add(
                field + " of " + name + " in the cover",
                Expected.ANY,
                () -> CurrentFile.sound().claiming(field, text).bytes());
          });
    }
    tags(list);
    keysAndNumbers(list);
    return list.files();
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("300 letters", quoted("x".repeat(300)));
    texts.put("100,000 controls", quoted("\\u0001".repeat(100_000)));
    texts.put("100,000 keys outside the base plane", quoted("🔑".repeat(100_000)));
    texts.put("a MiB", quoted("x".repeat(MIB)));
    texts.put("more than a MiB", quoted("x".repeat(MIB + 1)));
    return texts;
  }

  private static void tags(BadFileList list) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("10,000 tags", "[" + "\"tag\",".repeat(9_999) + "\"tag\"]");
    tags.put("10,001 tags", "[" + "\"tag\",".repeat(10_000) + "\"tag\"]");
    tags.put("a million empty tags", "[" + "\"\",".repeat(999_999) + "\"\"]");
    tags.put("two million numbers for tags", "[" + "1,".repeat(1_999_999) + "1]");
    tags.put("one text with half a million commas", quoted("x,".repeat(500_000)));
    tags.put("a text of commas", quoted(",".repeat(MIB)));
    tags.put("64 tags of 100 controls", controls(64, 100));
    tags.put(
        "10,000 tags of 400 letters", "[" + (quoted("t".repeat(400)) + ",").repeat(9_999) + "1]");
    tags.put(
        "20,000 tags of 400 letters", "[" + (quoted("t".repeat(400)) + ",").repeat(19_999) + "1]");
    tags.put("a million empty arrays", "[" + "[],".repeat(999_999) + "[]]");
    tags.forEach((name, value) -> {
      list.add(
          name,
          Expected.READ,
          () -> Document.small().withMetadata("tags", value).cloud(BadFile.KEY));
      list.add(
          name + " in the cover",
          Expected.ANY,
          () -> CurrentFile.sound().claiming("tags", value).bytes());
    });
  }

  private static String controls(int tags, int length) {
    String tag = quoted("\\u0002".repeat(length));
    return "[" + (tag + ",").repeat(tags - 1) + tag + "]";
  }

  private static void keysAndNumbers(BadFileList list) {
    list.add(
        "timestamp of a MiB",
        Expected.READ,
        () ->
            Document.cloud(
                "{\"session\": "
                    + Document.small()
                        .withSession("timestamp", quoted("9".repeat(MIB)))
                        .sessionJson()
                    + "}",
                BadFile.KEY));
    list.add(
        "key of a MiB",
        Expected.REFUSED,
        () -> Document.small().withMetadata("k".repeat(MIB), "1").cloud(BadFile.KEY));
    list.add(
        "key of 50,000 letters",
        Expected.READ,
        () -> Document.small().withMetadata("k".repeat(50_000), "1").cloud(BadFile.KEY));
    list.add(
        "number of a MiB",
        Expected.REFUSED,
        () -> Document.small().withMetadata("image_count", "1".repeat(MIB)).cloud(BadFile.KEY));
    list.add(
        "every text as long as it may be",
        Expected.READ,
        () -> {
          String most = quoted("\\u0001".repeat(MIB));
          return Document.small()
              .withMetadata("name", most)
              .withMetadata("desc", most)
              .withMetadata("class", most)
              .withMetadata("color", quoted("\\u0001".repeat(MIB - 100)))
              .withMetadata("tags", "[]")
              .cloud(BadFile.KEY);
        });
  }
}
