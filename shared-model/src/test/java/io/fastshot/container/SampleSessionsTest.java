package io.fastshot.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.png.Png;
import io.fastshot.container.read.AllegedHeader;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.container.read.SessionReading;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleSessionsTest {

  static List<SampleSessions.Sample> samples() {
    return SampleSessions.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void wholeFileReaderGivesTheExpectedResult(SampleSessions.Sample sample) throws IOException {
    SessionReading reading =
        new FastshotCodec(XorMask.of(sample.key())).inspect(ByteSource.of(sample.bytes()));
    switch (reading) {
      case SessionReading.Readable readable ->
          assertThat(readable.fields()).isEqualTo(sample.fields());
      case SessionReading.Unreadable(String reason) ->
          assertThat(sample.fields()).as(reason).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void rangedReaderGivesTheExpectedResult(SampleSessions.Sample sample) throws IOException {
    HeaderReading reading =
        new AllegedHeaderReader(XorMask.of(sample.key())).read(ByteSource.of(sample.bytes()));
    switch (reading) {
      case HeaderReading.Readable(AllegedHeader header) ->
          assertThat(header.fields()).isIn(sample.fields(), sample.allegedFields());
      case HeaderReading.Unreadable(String reason) ->
          assertThat(sample.fields()).as(reason).isNull();
    }
  }

  @Test
  void reasonsSayWhatToDoAboutTheKey() throws IOException {
    assertThat(reason("wrong key")).contains("legacy key is wrong").contains("Check");
    assertThat(reason("key missing")).contains("legacy key is missing").contains("Set");
    assertThat(reason("key not needed")).contains("without a legacy key");
    assertThat(reason("empty")).contains("empty").contains("Upload");
    assertThat(reason("cut inside the session")).contains("cut off").contains("Upload");
    assertThat(reason("cut inside the cover")).contains("cut off");
    assertThat(reason("cover only")).contains("picture with no session");
    assertThat(reason("byte order mark")).contains("byte order mark");
    assertThat(reason("not UTF-8")).contains("not UTF-8");
    assertThat(reason("10,000 levels deep")).contains("995");
  }

  private static String reason(String name) throws IOException {
    for (SampleSessions.Sample sample : SampleSessions.all()) {
      if (sample.name().equals(name)
          && new FastshotCodec(XorMask.of(sample.key())).inspect(ByteSource.of(sample.bytes()))
              instanceof SessionReading.Unreadable(String reason)) {
        return reason;
      }
    }
    throw new AssertionError("no such unreadable sample: " + name);
  }

  @Test
  void thumbnailIsCopiedByteForByte() throws IOException {
    for (SampleSessions.Sample sample : SampleSessions.all()) {
      HeaderReading reading =
          new AllegedHeaderReader(XorMask.of(sample.key())).read(ByteSource.of(sample.bytes()));
      if (reading instanceof HeaderReading.Readable(AllegedHeader header)
          && header.fields().equals(SampleSessions.FIELDS)
          && !sample.name().equals("thumbnail not base64")) {
        assertThat(header.thumbnailPng()).as(sample.name()).isEqualTo(Png.whiteCover());
        assertThat(header.sessionTimestamp()).isEqualTo("2025-06-21T11:46:15.123456");
      }
    }
  }
}
