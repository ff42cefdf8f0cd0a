package io.fastshot.badfiles;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each field with a value of each wrong type, in each place that a reader takes it from. */
final class WrongTypes {
  private static final List<String> FIELDS =
      List.of("name", "desc", "tags", "color", "class", "created_at", "image_count");

  private WrongTypes() {}

  static Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("null", "null");
    values.put("true", "true");
    values.put("a negative number", "-7");
    values.put("a fraction", "1.5");
    values.put("a number of 4,000 digits", "9".repeat(4_000));
    values.put("a number beyond doubles", "1e999");
    values.put("a tiny number", "1e-999999999");
    values.put("minus zero", "-0");
    values.put("NaN", "NaN");
    values.put("minus infinity", "-Infinity");
    values.put("an empty text", "\"\"");
    values.put("a blank text", "\" \\t\\n \"");
    values.put("half a surrogate pair", "\"\\ud83d\"");
    values.put("the other half", "\"x\\ude00y\"");
    values.put("NUL and controls", "\"\\u0000\\u0001\\u001b[31m\\u007f\"");
    values.put("bidirectional controls", "\"a\\u202eb\\u2066c\\u200f\"");
    values.put("markup", "\"<script>alert(1)</script>&amp;\\\"'\"");
    values.put("an empty array", "[]");
    values.put("an array of everything", "[1, null, true, \"x\", [\"y\"], {\"z\": 1}, NaN]");
    values.put("an object", "{\"name\": {\"name\": \"inner\"}}");
    return values;
  }

  static List<BadFile> files() {
    BadFileList list = new BadFileList("wrong type");
    for (String field : FIELDS) {
      values().forEach((name, value) -> add(list, field, name, value));
    }
    for (String field : List.of("thumbnail_collage", "filename")) {
      values()
          .forEach((name, value) ->
              list.add(
                  field + " is " + name + ", at the end of a large file",
                  Expected.READ,
                  () -> Document.large().withMetadata(field, value).cloud(BadFile.KEY)));
    }
    for (String field : List.of("version", "timestamp", "windows")) {
      values()
          .forEach((name, value) ->
              list.add(
                  field + " is " + name,
                  Expected.ANY,
                  () -> Document.small().withSession(field, value).cloud(BadFile.KEY)));
    }
    for (String field : List.of("alg", "sha256", "v", "payload")) {
      values()
          .forEach((name, value) ->
              list.add(
                  field + " of the cover is " + name,
                  Expected.ANY,
                  () ->
                      (field.length() > 1 && !field.equals("payload")
                              ? CurrentFile.sound().claimingOfPayload(field, value)
                              : CurrentFile.sound().claiming(field, value))
                          .bytes()));
    }
    for (String whole : List.of("session", "metadata")) {
      values().forEach((name, value) -> wholeMember(list, whole, name, value));
    }
    return list.files();
  }

  private static void add(BadFileList list, String field, String name, String value) {
    list.add(
        field + " is " + name + ", in a small file",
        Expected.READ,
        () -> Document.small().withMetadata(field, value).cloud(BadFile.KEY));
    list.add(
        field + " is " + name + ", at the end of a large file",
        Expected.READ,
        () -> Document.large().withMetadata(field, value).cloud(BadFile.KEY));
    list.add(
        field + " is " + name + ", in the cover",
        Expected.ANY,
        () -> CurrentFile.sound().claiming(field, value).bytes());
  }

  private static void wholeMember(BadFileList list, String whole, String name, String value) {
    Document sound = Document.small();
    String json =
        whole.equals("session")
            ? "{\"session\": " + value + ", \"metadata\": " + sound.metadataJson() + "}"
            : sound.jsonWithMetadata(value);
    list.add(
        whole + " is " + name,
        whole.equals("session") ? Expected.REFUSED : Expected.READ,
        () -> Document.cloud(json, BadFile.KEY));
  }
}
