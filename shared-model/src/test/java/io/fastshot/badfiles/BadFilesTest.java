package io.fastshot.badfiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.badfiles.BadFile.Expected;
import io.fastshot.container.FastshotCodec;
import io.fastshot.container.FormatException;
import io.fastshot.container.RecordingByteSource;
import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.read.AllegedHeader;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.container.read.SessionReading;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both readers on every bad file: a result, the expected one, in words, with bounded work. */
class BadFilesTest {
  static List<BadFile> files() {
    return BadFiles.all();
  }

  @Test
  void thereAreAtLeastFiveHundredAndNoTwoAreAlike() {
    Map<String, BadFile> names = new HashMap<>();
    Map<Integer, BadFile> contents = new HashMap<>();
    for (BadFile file : files()) {
      assertThat(names.put(file.toString(), file)).as("two of one name: " + file).isNull();
      int content = 31 * Arrays.hashCode(file.bytes()) + (file.key() + file.category()).hashCode();
      boolean named = List.of("file name", "date").contains(file.category());
      BadFile same = named ? null : contents.put(content, file);
      assertThat(same).as("the same bytes as " + file).isNull();
    }
    assertThat(names).hasSizeGreaterThan(500);
    assertThat(files().stream().map(BadFile::base).distinct()).hasSameSizeAs(files());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void bothReadersGiveTheExpectedResultAndAgree(BadFile file) throws IOException {
    byte[] bytes = file.bytes();
    XorMask key = XorMask.of(file.key());
    RecordingByteSource ranged = new RecordingByteSource(ByteSource.of(bytes));
    HeaderReading header = new AllegedHeaderReader(key).read(ranged);
    SessionReading whole = new FastshotCodec(key).inspect(ByteSource.of(bytes));

    if (whole instanceof SessionReading.Readable readable) {
      assertThat(header)
          .isInstanceOfSatisfying(
              HeaderReading.Readable.class,
              it -> assertThat(it.header().fields()).isEqualTo(readable.fields()));
    }
    expected(file.expected(), header, whole);
    reasonable(header, whole);
    assertThat(ranged.bytes()).isLessThan(3L * bytes.length + 4 * 64 * 1024);
    imagesAreHandedOutOrRefusedInWords(bytes, key);
  }

  private static void expected(Expected expected, HeaderReading header, SessionReading whole) {
    switch (expected) {
      case REFUSED -> {
        assertThat(whole).isInstanceOf(SessionReading.Unreadable.class);
        assertThat(header).isInstanceOf(HeaderReading.Unreadable.class);
      }
      case READ -> assertThat(whole).isInstanceOf(SessionReading.Readable.class);
      case REFUSED_AS_A_WHOLE -> assertThat(whole).isInstanceOf(SessionReading.Unreadable.class);
      case ANY -> {}
    }
  }

  private static void reasonable(HeaderReading header, SessionReading whole) {
    switch (header) {
      case HeaderReading.Unreadable(String reason) -> inWords(reason);
      case HeaderReading.Readable(AllegedHeader read) -> {
        byte[] picture = read.thumbnailPng();
        assertThat(picture == null ? 0 : picture.length)
            .isLessThanOrEqualTo(AllegedHeaderReader.MAX_THUMBNAIL_BYTES);
      }
    }
    if (whole instanceof SessionReading.Unreadable(String reason)) {
      inWords(reason);
    }
  }

  private static void inWords(String reason) {
    assertThat(reason).contains(" ").endsWith(".").hasSizeBetween(20, 300);
    assertThat(reason).doesNotContain("Exception", "null", "jackson");
  }

  private static void imagesAreHandedOutOrRefusedInWords(byte[] file, XorMask key)
      throws IOException {
    long[] bytes = new long[1];
    try {
      new FastshotCodec(key)
          .readImages(ByteSource.of(file), (window, kind, png) -> bytes[0] += png.length);
    } catch (FormatException e) {
      inWords(e.reason());
    }
    assertThat(bytes[0]).isLessThanOrEqualTo(file.length);
  }
}
