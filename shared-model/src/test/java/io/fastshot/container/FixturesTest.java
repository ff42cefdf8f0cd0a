package io.fastshot.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.png.ImageKind;
import io.fastshot.container.png.Png;
import io.fastshot.container.read.AllegedHeader;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.container.read.ImageVisitor;
import io.fastshot.container.read.SessionReading;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.model.SessionFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Files written by the original Fastshot, each with what a reader must make of it; {@link
 * SampleSessions} makes the like of them.
 */
class FixturesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** One file and its expected result. */
  record Fixture(String name, Path file, JsonNode expected) {
    XorMask key() {
      return XorMask.of(expected.path("key").asString(""));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Fixture> fixtures() throws IOException {
    List<Fixture> found = new ArrayList<>();
    for (Path file : Fixtures.originals(".fastshot")) {
      String name = file.getFileName().toString().replaceAll("\\.fastshot$", "");
      Path expected = Fixtures.original(name + ".expected.json");
      found.add(new Fixture(name, file, MAPPER.readTree(Files.readAllBytes(expected))));
    }
    return found.stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void wholeFileReaderGivesTheExpectedResult(Fixture fixture) throws IOException {
    SessionReading reading =
        new FastshotCodec(fixture.key()).inspect(ByteSource.of(fixture.file()));
    if (!fixture.expected().path("readable").asBoolean()) {
      assertThat(reading).isInstanceOf(SessionReading.Unreadable.class);
      return;
    }
    assertThat(reading)
        .isInstanceOfSatisfying(
            SessionReading.Readable.class,
            readable ->
                assertThat(readable.fields()).isEqualTo(fields(fixture.expected(), "").get()));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void rangedReaderGivesTheExpectedResult(Fixture fixture) throws IOException {
    RecordingByteSource source = new RecordingByteSource(ByteSource.of(fixture.file()));
    HeaderReading reading = new AllegedHeaderReader(fixture.key()).read(source);
    List<SessionFields> accepted = new ArrayList<>();
    fields(fixture.expected(), "tail_reader").ifPresent(accepted::add);
    fields(fixture.expected(), "tolerant_reader").ifPresent(accepted::add);
    boolean mustRead = fixture.expected().path("readable").asBoolean();
    if (mustRead) {
      fields(fixture.expected(), "").ifPresent(accepted::add);
    }
    switch (reading) {
      case HeaderReading.Readable(AllegedHeader header) ->
          assertThat(accepted).contains(header.fields());
      case HeaderReading.Unreadable(String reason) -> assertThat(mustRead).as(reason).isFalse();
    }
    assertThat(source.ranges().size() + source.streams()).isLessThanOrEqualTo(1);
  }

  static Stream<Fixture> readable() throws IOException {
    return fixtures().filter(fixture -> fixture.expected().path("readable").asBoolean());
  }

  static Stream<Fixture> savedToTheCloud() throws IOException {
    return fixtures()
        .filter(fixture -> fixture.expected().has("s3_key"))
        .filter(fixture -> fixture.expected().path("created_at").isString());
  }

  @ParameterizedTest
  @MethodSource("readable")
  void everyImageOfAReadableFileIsHandedOut(Fixture fixture) throws Exception {
    List<byte[]> images = new ArrayList<>();
    List<WindowInfo> windows = new ArrayList<>();
    new FastshotCodec(fixture.key())
        .readImages(
            ByteSource.of(fixture.file()),
            new ImageVisitor() {
              @Override
              public void image(int window, ImageKind kind, byte[] png) {
                images.add(png);
              }

              @Override
              public void windowEnd(int window, WindowInfo info) {
                windows.add(info);
              }
            });
    assertThat(images).hasSizeGreaterThanOrEqualTo(2 * windows.size()).allMatch(Png::hasSignature);
  }

  @ParameterizedTest
  @MethodSource("savedToTheCloud")
  void fileNameIsTheOneThatTheOriginalChose(Fixture fixture) {
    JsonNode expected = fixture.expected();
    String filename =
        SessionNames.filename(
            expected.path("name").asString(),
            expected.path("desc").asString(),
            LocalDateTime.parse(expected.path("created_at").asString()));
    assertThat("sessions/" + filename).isEqualTo(expected.path("s3_key").asString());
  }

  @Test
  void fixturesAreMany() throws IOException {
    assertThat(fixtures()).hasSizeGreaterThan(40);
  }

  private static Optional<SessionFields> fields(JsonNode expected, String member) {
    JsonNode node = member.isEmpty() ? expected : expected.path(member);
    if (!node.isObject()) {
      return Optional.empty();
    }
    List<String> tags = new ArrayList<>();
    node.path("tags").forEach(tag -> tags.add(tag.asString()));
    return Optional.of(
        new SessionFields(
            node.path("name").asString(),
            node.path("desc").asString(),
            tags,
            node.path("color").asString(),
            node.path("class").asString(),
            node.path("image_count").asInt(),
            text(node.path("created_at"))));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.asString() : null;
  }
}
