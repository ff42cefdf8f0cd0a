package io.fastshot.badfiles;

import static io.fastshot.badfiles.Bytes.chunk;
import static io.fastshot.badfiles.Bytes.deflated;
import static io.fastshot.badfiles.Bytes.header;
import static io.fastshot.badfiles.Bytes.join;
import static io.fastshot.badfiles.Bytes.utf8;
import static io.fastshot.badfiles.Document.quoted;

import io.fastshot.badfiles.BadFile.Expected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pictures that are bombs, lie or are none: as cover, as thumbnail, as image of a window. */
final class Pictures {
  private static final byte[] END = chunk("IEND", new byte[0]);

  private Pictures() {}

  static List<BadFile> files() {
    BadFileList list = new BadFileList("picture");
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    dimensions(pictures);
    bombs(pictures);
    broken(pictures);
    CurrentFile sound = CurrentFile.sound();
    pictures.forEach((name, png) -> {
      list.add(
          name + " for a thumbnail", Expected.READ, () -> withThumbnail(quoted(Bytes.base64(png))));
      list.add(
          name + " for an image",
          Expected.READ,
          () ->
              Document.small()
                  .withWindow("image_data", quoted(Bytes.base64(png)))
                  .cloud(BadFile.KEY));
      list.add(
          name + " for a cover",
          Expected.ANY,
          () -> sound.withCover(withDeclaration(png, utf8(sound.declaration()))));
    });
    base64(list);
    sizes(list);
    return list.files();
  }

  private static byte[] withThumbnail(String value) {
    return Document.large().withMetadata("thumbnail_collage", value).cloud(BadFile.KEY);
  }

  /**
   * The same picture with the cover's text behind its first chunk, where there is a first chunk.
   */
  private static byte[] withDeclaration(byte[] png, byte[] declaration) {
    if (png.length < 33) {
      return png;
    }
    byte[] rest = java.util.Arrays.copyOfRange(png, 33, png.length);
    return join(Bytes.cut(png, 33), Bytes.textChunk("fastshot", declaration), rest);
  }

  private static byte[] png(byte[] header, byte[]... chunks) {
    return join(Bytes.SIGNATURE, chunk("IHDR", header), join(chunks), END);
  }

  private static void dimensions(Map<String, byte[]> pictures) {
    byte[] rows = chunk("IDAT", deflated(new byte[100]));
    int[][] sizes = {
      {0, 0},
      {0, 100},
      {1, 8193},
      {8192, 8192},
      {65_535, 65_535},
      {100_000, 100_000},
      {Integer.MAX_VALUE, 1},
      {1, Integer.MAX_VALUE},
      {Integer.MAX_VALUE, Integer.MAX_VALUE},
      {-1, -1}
    };
    for (int[] size : sizes) {
      pictures.put(
          "a picture that claims " + size[0] + " x " + size[1] + " pixels",
          png(header(size[0], size[1], 8, 2), rows));
    }
    pictures.put("a picture of 99 bits a sample", png(header(1, 1, 99, 2), rows));
    pictures.put("a picture of color type 7", png(header(1, 1, 8, 7), rows));
    pictures.put("a palette picture without palette", png(header(1, 1, 8, 3), rows));
  }

  private static void bombs(Map<String, byte[]> pictures) {
    byte[] zeros = deflated(new byte[20 << 20]);
    byte[] head = header(100, 100, 8, 2);
    byte[] bytesOfText = join(utf8("k\0\0"), zeros);
    pictures.put("a zip bomb in IDAT", png(head, chunk("IDAT", zeros)));
    pictures.put("a bomb in a bomb in IDAT", png(head, chunk("IDAT", deflated(zeros))));
    pictures.put("a zip bomb in zTXt", png(head, chunk("zTXt", bytesOfText)));
    pictures.put("a zip bomb in iCCP", png(head, chunk("iCCP", bytesOfText)));
    pictures.put(
        "a zip bomb in iTXt", png(head, chunk("iTXt", join(utf8("fastshot\0\1\0\0\0"), zeros))));
    pictures.put(
        "a palette picture with a bomb in zTXt",
        png(header(100, 100, 8, 3), chunk("zTXt", bytesOfText)));
    byte[] empty = chunk("IDAT", new byte[0]);
    pictures.put("ten thousand empty IDAT", png(head, Lies.repeated(empty, 10_000)));
  }

  private static void broken(Map<String, byte[]> pictures) {
    byte[] sound = Bytes.png(100, 100);
    byte[] rows = chunk("IDAT", deflated(new byte[100]));
    pictures.put("nothing", new byte[0]);
    pictures.put("half a picture", Bytes.cut(sound, sound.length / 2));
    pictures.put("a picture without IEND", Bytes.cut(sound, sound.length - 12));
    pictures.put("a picture without IDAT", png(header(1, 1, 8, 2)));
    pictures.put("a picture without IHDR", join(Bytes.SIGNATURE, rows, END));
    pictures.put(
        "IDAT before IHDR", join(Bytes.SIGNATURE, rows, chunk("IHDR", header(1, 1, 8, 2)), END));
    pictures.put("IHDR twice", png(header(1, 1, 8, 2), chunk("IHDR", header(9, 9, 8, 2)), rows));
    pictures.put("IHDR too long", png(join(header(1, 1, 8, 2), new byte[9]), rows));
    pictures.put(
        "rows with a wrong Adler checksum",
        png(header(1, 1, 8, 2), chunk("IDAT", Bytes.with(deflated(new byte[100]), 8, 1))));
    pictures.put(
        "rows that are no zlib", png(header(100, 100, 8, 2), chunk("IDAT", Bytes.noise(1, 500))));
    pictures.put("a JPEG", ForeignFiles.jpeg());
    pictures.put("a GIF", utf8("GIF89a\1\0\1\0\0\0\0;"));
    pictures.put("text", utf8("This is no picture at all, however long one looks at it."));
  }

  private static void base64(BadFileList list) {
    String sound = Document.PICTURE;
    Map<String, String> damaged = new LinkedHashMap<>();
    damaged.put("a star", "*" + sound.substring(1));
    damaged.put("spaces", sound.replace("A", " "));
    damaged.put("line breaks", sound.substring(0, 76) + "\\n" + sound.substring(76));
    damaged.put("the alphabet of URLs", sound.replace('+', '-').replace('/', '_'));
    damaged.put("no padding", sound.replace("=", ""));
    damaged.put("too much padding", sound + "====");
    damaged.put("padding in the middle", sound.substring(0, 40) + "==" + sound.substring(42));
    damaged.put("one letter", "A");
    damaged.put("hexadecimal digits", "89504e470d0a1a0a");
    damaged.put("a data URL", "data:image/png;base64," + sound);
    damaged.put("a letter outside ASCII", "ä" + sound.substring(1));
    damaged.put("escapes", sound.replace("/", "\\/").replace("A", "\\u0041"));
    damaged.put("a bytes literal of Python", "b'" + sound + "'");
    damaged.put("zlib's deflate of it", Bytes.base64(deflated(utf8(sound))));
    damaged.forEach((name, text) -> {
      list.add(
          "base64 with " + name + ", thumbnail", Expected.READ, () -> withThumbnail(quoted(text)));
      list.add(
          "base64 with " + name + ", thumbnail of a small file",
          Expected.READ,
          () ->
              Document.small().withMetadata("thumbnail_collage", quoted(text)).cloud(BadFile.KEY));
      list.add(
          "base64 with " + name + ", image",
          Expected.READ,
          () -> Document.small().withWindow("image_data", quoted(text)).cloud(BadFile.KEY));
    });
  }

  private static void sizes(BadFileList list) {
    for (int bytes : new int[] {4 << 20, (4 << 20) + 1, 6 << 20, 12 << 20}) {
      byte[] content = Bytes.noise(2, bytes - Bytes.png(100, 100).length - 12);
      list.add(
          "thumbnail of " + bytes + " bytes",
          Expected.READ,
          () -> withThumbnail(quoted(Bytes.base64(Bytes.png(100, 100, chunk("teSt", content))))));
      byte[] declaration = Bytes.textChunk("fastshot", utf8(CurrentFile.sound().declaration()));
      list.add(
          "cover of more than " + bytes + " bytes",
          Expected.READ,
          () ->
              CurrentFile.sound()
                  .withCover(Bytes.png(100, 100, declaration, chunk("teSt", content))));
    }
    byte[] more = Bytes.chunk("teSt", new byte[16 << 20]);
    list.add(
        "cover of more than 16 MiB",
        Expected.REFUSED,
        () -> CurrentFile.sound().withCover(Bytes.png(100, 100, more)));
    list.add(
        "collage of one session with the count of another",
        Expected.READ,
        () -> CurrentFile.sound().claiming("image_count", "2000000000").bytes());
  }
}
