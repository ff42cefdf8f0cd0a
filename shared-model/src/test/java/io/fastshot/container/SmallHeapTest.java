package io.fastshot.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.png.Png;
import io.fastshot.container.read.AllegedHeader;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.Cover;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.container.read.SessionReading;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 30 MB is read by a Java with a heap of 64 MB: one image of it alone has 15 MB. */
class SmallHeapTest {
  private static final String KEY = "a key";
  private static final int LARGE_BASE64 = 20_000_000;
  private static final int SMALL_BASE64 = 5_000_000;

  @TempDir private Path folder;

  @Test
  void fileOf30MbIsReadWithAHeapOf64Mb() throws Exception {
    Path file = folder.resolve("large.fastshot");
    write(file);
    assertThat(Files.size(file)).isGreaterThan(30_000_000);
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapTest.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(output))
        .contains("inspected: Large 2")
        .contains("streamed: Large 2")
        .contains("images: 15000000 3750000 3750000");
    assertThat(process.exitValue()).isZero();
  }

  /** The forked part. */
  public static void main(String[] args) throws IOException, FormatException {
    ByteSource source = ByteSource.of(Path.of(args[0]));
    FastshotCodec codec = new FastshotCodec(XorMask.of(KEY));
    if (codec.inspect(source) instanceof SessionReading.Readable(var fields, _, _)) {
      System.out.println("inspected: " + fields.name() + " " + fields.imageCount());
    }
    if (new AllegedHeaderReader(XorMask.of(KEY)).read(source)
        instanceof HeaderReading.Readable(AllegedHeader header)) {
      System.out.println(
          "streamed: " + header.fields().name() + " " + header.fields().imageCount());
    }
    StringBuilder images = new StringBuilder();
    codec.readImages(source, (window, kind, png) -> images.append(' ').append(png.length));
    System.out.println("images:" + images);
  }

  /** Metadata stands first and in one line, so that no reader can do with the tail. */
  private static void write(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(Png.whiteCover());
      out.write(Cover.marker());
      OutputStream payload = XorMask.of(KEY).mask(out);
      text(payload, "{\"metadata\": {\"name\": \"Large\"}, \"session\": {\"windows\": [");
      text(payload, "{\"image_data\": \"");
      base64(payload, LARGE_BASE64);
      text(payload, "\", \"original_image_data\": \"");
      base64(payload, SMALL_BASE64);
      text(payload, "\"}, {\"image_data\": \"");
      base64(payload, SMALL_BASE64);
      text(payload, "\", \"original_image_data\": null}]}}");
    }
  }

  private static void base64(OutputStream out, int length) throws IOException {
    byte[] some = "iVBORw0KGgoAAAANSUhEUgAAADAAAAAkCAIAAABA".getBytes(StandardCharsets.US_ASCII);
    for (int written = 0; written < length; written += some.length) {
      out.write(some);
    }
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
