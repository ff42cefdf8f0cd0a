package io.fastshot.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.read.AllegedHeader;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.model.SessionFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How much is asked for, of large files. */
class RangedReadTest {
  private static final int KIB = 1024;
  private static final String KEY = "a key";

  @Test
  void largeOriginalFileCostsItsHeadAndItsTail() throws IOException {
    byte[] file = file(3, 400, Format.CLOUD_XOR);
    assertThat(file.length).isGreaterThan(3000 * KIB);
    RecordingByteSource source = new RecordingByteSource(ByteSource.of(file));
    AllegedHeader header = header(source);
    assertThat(header.fields()).isEqualTo(fields(3));
    assertThat(header.sessionTimestamp()).isEqualTo("2025-06-21T11:46:15");
    assertThat(header.thumbnailPng()).isNotNull();
    assertThat(source.ranges())
        .containsExactly(
            new RecordingByteSource.Request(0, 64 * KIB),
            new RecordingByteSource.Request(file.length - 128 * KIB, 128 * KIB));
    assertThat(source.streams()).isZero();
  }

  @Test
  void largerCollageIsReachedByAskingForMoreOnce() throws IOException {
    byte[] file = file(12, 300, Format.CLOUD_XOR);
    RecordingByteSource source = new RecordingByteSource(ByteSource.of(file));
    AllegedHeader header = header(source);
    assertThat(header.fields()).isEqualTo(fields(12));
    assertThat(Objects.requireNonNull(header.thumbnailPng()).length).isGreaterThan(200 * KIB);
    assertThat(source.ranges()).hasSize(3);
    assertThat(source.bytes()).isEqualTo((64 + 512) * KIB);
    assertThat(source.streams()).isZero();
  }

  @Test
  void largeCurrentFileCostsItsHeadAndTheRestOfItsCover() throws IOException {
    byte[] file = file(12, 300, Format.CURRENT);
    RecordingByteSource source = new RecordingByteSource(ByteSource.of(file));
    AllegedHeader header = header(source);
    byte[] cover = Objects.requireNonNull(header.thumbnailPng());
    assertThat(header.fields()).isEqualTo(fields(12));
    assertThat(cover.length).isGreaterThan(200 * KIB);
    assertThat(cover).isEqualTo(Arrays.copyOf(file, cover.length));
    assertThat(source.ranges()).hasSize(2);
    assertThat(source.bytes()).isEqualTo(cover.length + 4);
    assertThat(source.streams()).isZero();
  }

  @Test
  void largeCurrentFileWithSmallCoverCostsOneRequest() throws IOException {
    byte[] file = file(1, 500, Format.CURRENT);
    RecordingByteSource source = new RecordingByteSource(ByteSource.of(file));
    assertThat(header(source).fields()).isEqualTo(fields(1));
    assertThat(source.ranges()).containsExactly(new RecordingByteSource.Request(0, 64 * KIB));
    assertThat(source.streams()).isZero();
  }

  @Test
  void coverOfSeveralMegabytesIsWalkedInGrowingSteps() throws IOException {
    byte[] cover = RoundTripTest.noise(1500, 1000, 1);
    byte[] file = file(3, 300, Format.CLOUD_XOR);
    int marker = new String(file, StandardCharsets.ISO_8859_1).indexOf("FHDR");
    byte[] large = Arrays.copyOf(cover, cover.length + file.length - marker);
    System.arraycopy(file, marker, large, cover.length, file.length - marker);
    RecordingByteSource source = new RecordingByteSource(ByteSource.of(large));
    assertThat(cover.length).isGreaterThan(4000 * KIB);
    assertThat(header(source).fields()).isEqualTo(fields(3));
    assertThat(source.ranges()).hasSizeLessThan(16);
    assertThat(source.streams()).isZero();
  }

  @Test
  void otherLayoutIsStreamedOnce() throws IOException {
    String json = new String(file(3, 300, Format.JSON), StandardCharsets.UTF_8);
    byte[] crlf = json.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    RecordingByteSource source = new RecordingByteSource(ByteSource.of(crlf));
    AllegedHeader header = header(source);
    assertThat(header.fields()).isEqualTo(fields(3));
    assertThat(header.thumbnailPng()).isNotNull();
    assertThat(source.ranges()).hasSize(2);
    assertThat(source.streams()).isEqualTo(1);
  }

  @Test
  void wrongKeyCostsTheHeadOnly() throws IOException {
    byte[] file = file(3, 300, Format.CLOUD_XOR);
    RecordingByteSource source = new RecordingByteSource(ByteSource.of(file));
    assertThat(new AllegedHeaderReader(XorMask.of("wrong")).read(source))
        .isInstanceOf(HeaderReading.Unreadable.class);
    assertThat(source.ranges()).hasSize(1);
    assertThat(source.streams()).isZero();
  }

  @Test
  void fileThatWasCutOffIsNotStreamed() throws IOException {
    byte[] file = file(3, 300, Format.CLOUD_XOR);
    RecordingByteSource source =
        new RecordingByteSource(ByteSource.of(Arrays.copyOf(file, file.length / 2)));
    assertThat(new AllegedHeaderReader(XorMask.of(KEY)).read(source))
        .isInstanceOfSatisfying(
            HeaderReading.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("cut off"));
    assertThat(source.ranges()).hasSize(2);
    assertThat(source.streams()).isZero();
  }

  private static AllegedHeader header(ByteSource source) throws IOException {
    return switch (new AllegedHeaderReader(XorMask.of(KEY)).read(source)) {
      case HeaderReading.Readable(AllegedHeader header) -> header;
      case HeaderReading.Unreadable(String reason) -> throw new AssertionError(reason);
    };
  }

  private static SessionFields fields(int images) {
    return new SessionFields("n", "d", List.of("t"), "red", "c", images, "2025-06-21T11:46:15");
  }

  private static byte[] file(int images, int edge, Format format) throws IOException {
    List<SessionWindow> windows = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      byte[] png = i == 0 || images < 4 ? RoundTripTest.noise(edge, edge, i) : pixels(i);
      windows.add(SessionWindow.plain(i, edge, edge, ImageSource.of(png)));
    }
    return RoundTripTest.write(new SessionFile(fields(images), "f.fastshot", windows), format, KEY);
  }

  /** Noise that scaling to a cell leaves as it is: the largest collage for the least file. */
  private static byte[] pixels(long seed) throws IOException {
    return RoundTripTest.noise(100, 100, seed);
  }
}
