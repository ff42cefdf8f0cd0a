package io.fastshot.badfiles;

import static io.fastshot.badfiles.Bytes.join;
import static io.fastshot.badfiles.Bytes.repeat;
import static io.fastshot.badfiles.Bytes.utf8;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.List;

/**
 * Files of some 30 MB, each made to cost its reader as much as it can: of bytes read, of processor
 * time, or of memory.
 */
public final class HeavyFiles {
  private static final String KEY = BadFile.KEY;
  private static final int SIZE = 30_000_000;
  private static final String METADATA_FIRST =
      "{\"metadata\": {\"name\": \"Heavy\"}, \"session\": {\"windows\": [{\"image_data\": ";

  private HeavyFiles() {}

  /** All; each is made anew when asked for. */
  public static List<BadFile> all() {
    BadFileList list = new BadFileList("heavy");
    streamed(list);
    tails(list);
    covers(list);
    return list.files();
  }

  /** No tail gives the metadata away, so all of the file must be parsed. */
  private static void streamed(BadFileList list) {
    list.add("one text", Expected.READ, () -> filled("\"", "iVBORw0KGgo=", "\"}]}}"));
    list.add("a text of escapes", Expected.READ, () -> filled("\"", "\\u0041\\/", "\"}]}}"));
    list.add("numbers of one digit", Expected.READ, () -> filled("[1", ",1", "]}]}}"));
    list.add("fractions", Expected.READ, () -> filled("[1", ",-1.5e5", "]}]}}"));
    list.add("NaN", Expected.READ, () -> filled("[1", ",NaN", "]}]}}"));
    String digits = "," + "7".repeat(4_300);
    list.add("numbers of 4,300 digits", Expected.READ, () -> filled("[1", digits, "]}]}}"));
    list.add("keys", Expected.READ, () -> filled("{\"a\":1", ",\"a\":1", "}}]}}"));
    String key = ",\"" + "k".repeat(40_000) + "\":1";
    list.add("long keys", Expected.READ, () -> filled("{\"a\":1", key, "}}]}}"));
    String nest = "," + "[".repeat(900) + "]".repeat(900);
    list.add("900 levels up and down", Expected.READ, () -> filled("[1", nest, "]}]}}"));
    list.add("empty objects", Expected.READ, () -> filled("[1", ",{}", "]}]}}"));
    list.add("white space", Expected.READ, () -> filled("1", " \n\t\r", "}]}}"));
    list.add("characters of four bytes", Expected.READ, () -> filled("\"", "🔑", "\"}]}}"));
    list.add("not closed", Expected.REFUSED, () -> filled("\"", "iVBORw0KGgo=", ""));
    list.add("tags", Expected.READ, () -> metadata("\"tags\": [\"\"", ",\"\"", "]"));
    list.add(
        "names", Expected.REFUSED, () -> metadata("\"name\": \"\"", ",\"name\":\"12345678\"", ""));
    String large = ",\"thumbnail_collage\": " + Document.quoted(picture(4 << 20));
    list.add("thumbnails of 4 MiB", Expected.READ, () -> metadata("\"name\": \"\"", large, ""));
    list.add(
        "a thumbnail that is none behind all the rest",
        Expected.READ,
        () ->
            Document.cloud(
                "{\"session\": {\"windows\": [\""
                    + "QUFB".repeat(SIZE / 4)
                    + "\"]}, \"metadata\": {\"thumbnail_collage\": \"*\"}}",
                KEY));
    list.add(
        "JSON alone",
        "",
        Expected.READ,
        () -> utf8(METADATA_FIRST + "\"" + "QUFB".repeat(SIZE / 4) + "\"}]}}"));
  }

  /** The metadata are at the end, and large. */
  private static void tails(BadFileList list) {
    Document sound =
        Document.small().withWindow("image_data", Document.quoted("QUFB".repeat(SIZE / 4)));
    list.add("an ordinary session", Expected.READ, () -> sound.cloud(KEY));
    list.add("a thumbnail of 4 MiB", Expected.READ, () -> thumbnail(sound, picture(4 << 20)));
    list.add("a thumbnail of 6 MB", Expected.READ, () -> thumbnail(sound, picture(5_900_000)));
    list.add("a thumbnail of 7 MB", Expected.READ, () -> thumbnail(sound, picture(7_000_000)));
    list.add(
        "a thumbnail of 5 MB that is none",
        Expected.READ,
        () -> thumbnail(sound, "QUFB".repeat(1_300_000) + "*"));
    String most = Document.quoted("\\u0001".repeat(1 << 18));
    list.add(
        "every text a quarter of a MiB of controls",
        Expected.READ,
        () ->
            sound
                .withMetadata("name", most)
                .withMetadata("desc", most)
                .withMetadata("class", most)
                .withMetadata("color", most)
                .cloud(KEY));
    String anchors = "\n  \"metadata\": {".repeat(500_000);
    list.add(
        "half a million beginnings of metadata",
        Expected.REFUSED,
        () -> Document.cloud(sound.json().replace("\n  \"metadata\": {", anchors), KEY));
    list.add(
        "8 MB of white space at the end",
        Expected.READ,
        () -> Document.cloud(sound.json() + " ".repeat(9 << 20), KEY));
    list.add(
        "an ordinary current file",
        Expected.READ,
        () -> CurrentFile.sound().withPayload(utf8(sound.json())).bytes());
  }

  /** All of it in the cover. */
  private static void covers(BadFileList list) {
    byte[] empty = Bytes.chunk("teXt", new byte[0]);
    int most = 16_700_000;
    list.add("chunks", Expected.READ, () -> cover(Lies.repeated(empty, most / empty.length)));
    byte[] broken = Bytes.textChunk("fastshot", utf8("{"));
    list.add("texts", Expected.READ, () -> cover(Lies.repeated(broken, most / broken.length)));
    byte[] late = Bytes.textChunk("fastshot", utf8("{\"name\": [" + "1,".repeat(524_000) + "x"));
    list.add("large texts", Expected.READ, () -> cover(Lies.repeated(late, most / late.length)));
    byte[] wide = Bytes.chunk("IDAT", new byte[SIZE]);
    list.add("too large a cover", Expected.REFUSED, () -> cover(wide));
    list.add("zeros", Expected.REFUSED, () -> repeat(0, SIZE));
    list.add(
        "a picture and nothing behind it",
        Expected.REFUSED,
        () -> join(Bytes.png(100, 100), repeat('F', SIZE)));
  }

  private static byte[] cover(byte[] chunks) {
    byte[] png = Bytes.png(10, 10, chunks);
    return join(png, Bytes.MARKER, Bytes.xor(utf8(Document.small().json()), KEY));
  }

  private static byte[] filled(String start, String piece, String end) {
    return repeated(METADATA_FIRST + start, piece, end);
  }

  private static byte[] metadata(String start, String piece, String end) {
    return repeated("{\"metadata\": {" + start, piece, end + "}, \"session\": {\"windows\": []}}");
  }

  private static byte[] repeated(String start, String piece, String end) {
    byte[] bytes = utf8(piece);
    byte[] json = join(utf8(start), Lies.repeated(bytes, SIZE / bytes.length), utf8(end));
    return Document.cloud(json, KEY);
  }

  private static byte[] thumbnail(Document sound, String base64) {
    return sound.withMetadata("thumbnail_collage", Document.quoted(base64)).cloud(KEY);
  }

  /** A PNG of so many bytes, in base64. */
  private static String picture(int bytes) {
    int frame = Bytes.png(100, 100).length + 12;
    return Bytes.base64(Bytes.png(100, 100, Bytes.chunk("teSt", Bytes.noise(2, bytes - frame))));
  }
}
