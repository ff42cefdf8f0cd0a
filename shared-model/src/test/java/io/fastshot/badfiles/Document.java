package io.fastshot.badfiles;

import static io.fastshot.badfiles.Bytes.utf8;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JSON of a session of which any member can be replaced by any text, laid out as the original
 * does. Immutable.
 */
final class Document {
  static final String PICTURE = Bytes.base64(Bytes.png(100, 100));

  private final Map<String, String> session;
  private final Map<String, String> metadata;

  private Document(Map<String, String> session, Map<String, String> metadata) {
    this.session = session;
    this.metadata = metadata;
  }

  /** A sound session of one window, below 4 KB. */
  static Document small() {
    return withImage(PICTURE);
  }

  /** The same with so large an image that its metadata are read from the end of the file. */
  static Document large() {
    return withImage("iVBORw0KGgo".repeat(24_000) + "=");
  }

  private static Document withImage(String image) {
    Map<String, String> session = new LinkedHashMap<>();
    session.put("version", "\"1.0\"");
    session.put("timestamp", "\"2025-06-21T11:46:15.123456\"");
    session.put("windows", "[\n      " + window("image_data", quoted(image)) + "\n    ]");
    return new Document(session, metadata());
  }

  private static Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("name", "\"Bad but named\"");
    metadata.put("desc", "\"of a bad file\"");
    metadata.put("tags", "[\n      \"one\",\n      \"two\"\n    ]");
    metadata.put("color", "\"green\"");
    metadata.put("class", "\"testing\"");
    metadata.put("created_at", "\"2025-06-21T11:46:15.123456\"");
    metadata.put("filename", "\"20250621114615_bad.fastshot\"");
    metadata.put("image_count", "1");
    metadata.put("thumbnail_collage", quoted(PICTURE));
    return metadata;
  }

  /** One window with a member replaced or added. */
  static String window(String member, String value) {
    Map<String, String> window = new LinkedHashMap<>();
    window.put("index", "0");
    window.put("geometry", "{\"x\": -10, \"y\": 20, \"width\": 48, \"height\": 36}");
    window.put("scale", "1.0");
    window.put("image_data", quoted(PICTURE));
    window.put("original_image_data", quoted(PICTURE));
    window.put("annotated_original_data", "null");
    window.put("draw_history", "[]");
    window.put("is_hidden", "false");
    window.put("window_id", "140000000000000");
    window.put(member, value);
    return object(window, "      ");
  }

  static String quoted(String text) {
    return '"' + text + '"';
  }

  Document withMetadata(String member, String value) {
    Map<String, String> changed = new LinkedHashMap<>(metadata);
    changed.put(member, value);
    return new Document(session, changed);
  }

  Document withSession(String member, String value) {
    Map<String, String> changed = new LinkedHashMap<>(session);
    changed.put(member, value);
    return new Document(changed, metadata);
  }

  Document withWindow(String member, String value) {
    return withSession("windows", "[\n      " + window(member, value) + "\n    ]");
  }

  String metadataJson() {
    return object(metadata, "  ");
  }

  String sessionJson() {
    return object(session, "  ");
  }

  /** The document. */
  String json() {
    return "{\n  \"session\": " + sessionJson() + ",\n  \"metadata\": " + metadataJson() + "\n}";
  }

  /** With other text in place of the metadata object. */
  String jsonWithMetadata(String json) {
    return "{\n  \"session\": " + sessionJson() + ",\n  \"metadata\": " + json + "\n}";
  }

  byte[] cloud(String key) {
    return cloud(json(), key);
  }

  static byte[] cloud(String json, String key) {
    return cloud(utf8(json), key);
  }

  static byte[] cloud(byte[] json, String key) {
    return Bytes.join(Bytes.png(100, 100), Bytes.MARKER, Bytes.xor(json, key));
  }

  private static String object(Map<String, String> members, String indent) {
    StringBuilder json = new StringBuilder("{");
    members.forEach((name, value) -> {
      json.append(json.length() > 1 ? ",\n  " : "\n  ");
      json.append(indent).append(quoted(name)).append(": ").append(value);
    });
    return json.append('\n').append(indent).append('}').toString();
  }
}
