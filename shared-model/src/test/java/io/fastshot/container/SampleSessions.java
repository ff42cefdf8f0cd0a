package io.fastshot.container;

import io.fastshot.container.png.Png;
import io.fastshot.model.SessionFields;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Session files of every variant that the original Fastshot writes, odd and bad ones, each with
 * what a reader must make of it. Made of text and bytes alone, without the code under test.
 */
public final class SampleSessions {
  /** The usual key of the samples. */
  public static final String KEY = "sample-legacy-key";

  /** The fields of every sample that says nothing else. */
  public static final SessionFields FIELDS =
      new SessionFields(
          "Sample 会议 🔑",
          "first **line**\nsecond \"line\" \\ \u2028 FHDR",
          List.of("test", "two words", "\"metadata\": {"),
          "green",
          "development",
          2,
          "2025-06-21T11:46:15.123456");

  /**
   * One file.
   *
   * @param name of the variant
   * @param key to read it with; may be empty
   * @param bytes of the file
   * @param fields null if the whole-file reader must refuse it
   * @param allegedFields what the ranged reader may give besides {@code fields}; null if it must
   *     refuse what the whole-file reader refuses
   */
  public record Sample(
      String name,
      String key,
      byte[] bytes,
      @Nullable SessionFields fields,
      @Nullable SessionFields allegedFields) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final String IMAGE = Base64.getEncoder().encodeToString(png());

  private final List<Sample> samples = new ArrayList<>();

  private SampleSessions() {}

  /** Every sample; the same bytes each time. */
  public static List<Sample> all() {
    SampleSessions made = new SampleSessions();
    made.cloud();
    made.local();
    made.odd();
    made.oddMetadata();
    made.bad();
    return made.samples;
  }

  private void cloud() {
    good("cloud", KEY, container(xor(wrapper(), KEY)));
    good("cloud without key", "", container(utf8(wrapper())));
    good("cloud, key of one byte", "x", container(xor(wrapper(), "x")));
    good("cloud, key not ASCII", "密钥🔑", container(xor(wrapper(), "密钥🔑")));
    String longKey = "0123456789abcdef".repeat(16) + "!";
    good("cloud, key of 257 bytes", longKey, container(xor(wrapper(), longKey)));
    good("cloud, no cover, masked", KEY, xor(wrapper(), KEY));
    good("cloud, no cover, clear", "", utf8(wrapper()));
    good("clear JSON while a key is set", KEY, utf8(wrapper()));
    good("FHDR in a text chunk", KEY, join(pngWith("tEXt", "x\0FHDR"), xor(wrapper(), KEY)));
    good(
        "something between cover and marker",
        KEY,
        join(png(), utf8("some bytes"), utf8("FHDR"), xor(wrapper(), KEY)));
    good("notes, on one line", KEY, container(xor(compact(wrapper()), KEY)));
  }

  private void local() {
    good("local", "", utf8(wrapper()));
    SessionFields bare = SessionFields.unnamed(2);
    add("local, bare", "", utf8(session("")), bare);
    add("bare session in a container", KEY, container(xor(session(""), KEY)), bare);
    String cache =
        "{\"version\": \"1.0\", \"timestamp\": \"2025-06-21T11:46:15\", \"is_temp_cache\": true,"
            + " \"windows\": [{\"x\": 1, \"y\": 2, \"width\": 3, \"height\": 4, \"image\": \""
            + IMAGE
            + "\", \"original_image\": \""
            + IMAGE
            + "\", \"scale\": 1.0, \"is_hidden\": true,"
            + " \"draw_history\": [[[1, 2, 3, 4]], [\"text\", 1, 2, \"x\"]]}]}";
    add("temp cache", "", utf8(cache), SessionFields.unnamed(1));
  }

  private void odd() {
    good("CRLF", KEY, container(xor(wrapper().replace("\n", "\r\n"), KEY)));
    good("white space behind", KEY, container(xor(wrapper() + " \r\n\t\n", KEY)));
    good("metadata first", KEY, container(xor(metadataFirst(), KEY)));
    good(
        "metadata twice",
        KEY,
        container(
            xor(
                wrapper().replace("\n  \"metadata\"", "\n  \"metadata\": {},\n  \"metadata\""),
                KEY)));
    good("NaN", KEY, container(xor(wrapper().replace("\"scale\": 1.0", "\"scale\": NaN"), KEY)));
    good(
        "thumbnail not base64",
        KEY,
        container(xor(wrapper().replace(IMAGE + "\"\n  }", "*\"\n  }"), KEY)));
    good("400 levels deep", KEY, container(xor(nested(400), KEY)));
  }

  private void oddMetadata() {
    SessionFields none = SessionFields.unnamed(2);
    add("metadata null", KEY, container(xor(withMetadata("null"), KEY)), none);
    add("metadata an array", KEY, container(xor(withMetadata("[1]"), KEY)), none);
    SessionFields empty = new SessionFields("", "", List.of(), "blue", "", 2, null);
    add("metadata empty", KEY, container(xor(withMetadata("{}"), KEY)), empty);
    add(
        "wrong types",
        KEY,
        container(
            xor(
                withMetadata(
                    """
                    {
                        "name": 12.50,
                        "desc": {"a": [1]},
                        "tags": "a, b,,",
                        "color": null,
                        "class": true,
                        "created_at": 5,
                        "image_count": -1,
                        "thumbnail_collage": ["x"]
                      }\
                    """),
                KEY)),
        new SessionFields("12.50", "", List.of("a", "b"), "blue", "true", 2, null));
    add(
        "unpaired surrogate",
        KEY,
        container(xor(withMetadata("{\"name\": \"a\\ud83d\", \"tags\": [1, null, \"x\"]}"), KEY)),
        new SessionFields("a\ud83d", "", List.of("1", "x"), "blue", "", 2, null));
  }

  private void bad() {
    bad("empty", KEY, new byte[0]);
    bad("text", "", utf8("This is no session.\n".repeat(20)));
    byte[] noise = new byte[3000];
    new Random(7).nextBytes(noise);
    bad("noise", KEY, noise);
    bad("cover only", KEY, png());
    bad("cover and marker only", KEY, container(new byte[0]));
    bad("cover and noise", KEY, container(noise));
    bad("marker and noise", KEY, join(utf8("FHDR"), noise));
    byte[] whole = container(xor(wrapper(), KEY));
    bad("cut inside the cover", KEY, Arrays.copyOf(whole, 40));
    bad("cut inside the session", KEY, Arrays.copyOf(whole, whole.length * 6 / 10));
    bad("cut before the last byte", KEY, Arrays.copyOf(whole, whole.length - 1));
    bad("wrong key", KEY, container(xor(wrapper(), "another-key")));
    bad("key missing", "", whole);
    bad("key not needed", KEY, container(utf8(wrapper())));
    bad("byte order mark", "", utf8("\uFEFF" + wrapper()));
    bad("array", "", utf8("[1,2,3]\n"));
    bad("no windows", "", utf8("{\"session\": {\"version\": \"1.0\"}, \"metadata\": {}}"));
    bad("bytes behind", "", utf8(wrapper() + "x"));
    add("10,000 levels deep", KEY, container(xor(nested(10_000), KEY)), null, FIELDS);
    byte[] notUtf8 = utf8(wrapper());
    notUtf8[wrapper().indexOf("1.0")] = (byte) 0xE4;
    add("not UTF-8", "", notUtf8, null, FIELDS);
  }

  private void good(String name, String key, byte[] bytes) {
    add(name, key, bytes, FIELDS);
  }

  private void bad(String name, String key, byte[] bytes) {
    add(name, key, bytes, null);
  }

  private void add(String name, String key, byte[] bytes, @Nullable SessionFields fields) {
    add(name, key, bytes, fields, null);
  }

  private void add(
      String name,
      String key,
      byte[] bytes,
      @Nullable SessionFields fields,
      @Nullable SessionFields alleged) {
    samples.add(new Sample(name, key, bytes, fields, alleged));
  }

  /** The document of {@link #FIELDS}, laid out as the original does. */
  static String wrapper() {
    return withMetadata(metadata(IMAGE));
  }

  private static String withMetadata(String metadata) {
    return "{\n  \"session\": " + session("  ") + ",\n  \"metadata\": " + metadata + "\n}";
  }

  private static String metadataFirst() {
    return "{\n  \"metadata\": " + metadata(IMAGE) + ",\n  \"session\": " + session("  ") + "\n}";
  }

  private static String nested(int levels) {
    String deep = "[".repeat(levels) + "]".repeat(levels);
    return wrapper().replaceFirst("\"draw_history\": \\[\\]", "\"draw_history\": " + deep);
  }

  private static String metadata(String thumbnail) {
    return """
    {
        "name": "Sample 会议 🔑",
        "desc": "first **line**\\nsecond \\"line\\" \\\\ %s FHDR",
        "tags": [
          "test",
          "two words",
          "\\"metadata\\": {"
        ],
        "color": "green",
        "class": "development",
        "created_at": "2025-06-21T11:46:15.123456",
        "filename": "20250621114615_Sample.fastshot",
        "image_count": 2,
        "thumbnail_collage": "%s"
      }\
    """
        .formatted("\u2028", thumbnail);
  }

  private static String session(String indent) {
    String windows = window(0) + ",\n" + window(1);
    return """
    {
      "version": "1.0",
      "timestamp": "2025-06-21T11:46:15.123456",
      "windows": [
    %s
      ]
    }\
    """
        .formatted(windows)
        .replace("\n", "\n" + indent);
  }

  private static String window(int index) {
    return """
    {
      "index": %d,
      "geometry": {
        "x": -10,
        "y": 20,
        "width": 48,
        "height": 36
      },
      "scale": 1.0,
      "image_data": "%s",
      "original_image_data": "%s",
      "annotated_original_data": null,
      "draw_history": [],
      "is_hidden": false,
      "window_id": 140000000000000
    }\
    """
        .formatted(index, IMAGE, IMAGE)
        .indent(4)
        .stripTrailing();
  }

  /** On one line, with ASCII escapes as Python's {@code json.dumps} makes them by default. */
  private static String compact(String json) {
    StringBuilder ascii = new StringBuilder();
    for (char c : json.replaceAll("\n *", " ").toCharArray()) {
      ascii.append(c < 128 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return ascii.toString();
  }

  static byte[] container(byte[] payload) {
    return join(png(), utf8("FHDR"), payload);
  }

  static byte[] xor(String text, String key) {
    byte[] bytes = utf8(text);
    byte[] mask = utf8(key);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= mask[i % mask.length];
    }
    return bytes;
  }

  private static byte[] pngWith(String type, String content) {
    byte[] chunk = Png.chunk(ByteBuffer.wrap(utf8(type)).getInt(), utf8(content));
    byte[] png = png();
    byte[] head = Arrays.copyOf(png, Png.IHDR_END);
    byte[] rest = Arrays.copyOfRange(png, Png.IHDR_END, png.length);
    return join(head, chunk, rest, utf8("FHDR"));
  }

  private static byte[] png() {
    return Png.whiteCover();
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
