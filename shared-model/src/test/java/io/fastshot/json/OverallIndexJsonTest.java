package io.fastshot.json;

import static io.fastshot.json.IndexSamples.full;
import static io.fastshot.json.IndexSamples.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.fixtures.Fixtures;
import io.fastshot.json.OverallIndexJson.Encoded;
import io.fastshot.json.OverallIndexJson.Reading;
import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverallIndexJsonTest {

  private static Reading read(String json) {
    return OverallIndexJson.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static OverallIndex readNative(byte[] bytes) {
    assertThat(OverallIndexJson.read(bytes)).isInstanceOf(Reading.Native.class);
    return ((Reading.Native) OverallIndexJson.read(bytes)).index();
  }

  private static OverallIndex readNative(String json) {
    return readNative(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyMemberSurvivesWritingAndReading() {
    Encoded written = OverallIndexJson.write(full());
    assertThat(written.contentEncoding()).isNull();
    assertThat(readNative(written.bytes())).isEqualTo(full());
    assertThat(OverallIndexJson.write(readNative(written.bytes())).bytes())
        .isEqualTo(written.bytes());
  }

  @Test
  void theHeadComesInTheOrderOfTheFormat() {
    String json = new String(OverallIndexJson.write(full()).bytes(), StandardCharsets.UTF_8);
    assertThat(json)
        .startsWith(
            "{\"format\":2,\"rev\":7,\"nonce\":\"nonce\","
                + "\"last_updated\":\"2026-01-02T03:04:05.678Z\",\"total_sessions\":3,"
                + "\"complete\":true,\"rebuild\":{\"id\":\"r1\",\"mode\":\"overall\"")
        .containsSubsequence(
            "\"parts\":12,\"total\":3000,\"done\":2,\"done_bits\":\"AQI=\"",
            "\"removed_floor\":1",
            "\"removed\":[",
            "\"sessions\":[");
    assertThat(json).containsOnlyOnce("\"desc_cut\":true").containsOnlyOnce("\"degraded\":");
  }

  @Test
  void anEmptyIndexSurvives() {
    assertThat(readNative(OverallIndexJson.write(OverallIndex.empty()).bytes()))
        .isEqualTo(OverallIndex.empty());
  }

  @Test
  void largeIndexesAreCompressed() throws IOException {
    OverallIndex large = index(2_000);
    Encoded written = OverallIndexJson.write(large);
    assertThat(written.contentEncoding()).isEqualTo("gzip");
    assertThat(written.bytes()).startsWith(0x1f, 0x8b);
    assertThat(readNative(written.bytes())).isEqualTo(large);
    assertThat(OverallIndexJson.write(index(100)).contentEncoding()).isNull();
  }

  /** The original app reads plain JSON only. */
  @Test
  void aListForTheOriginalAppIsPlainUpTo4MiB() throws IOException {
    int limit = OverallIndexJson.MAX_PLAIN_BYTES_FOR_ORIGINAL;
    OverallIndex large = index(2_000);
    Encoded written = OverallIndexJson.write(large, limit);
    assertThat(written.contentEncoding()).isNull();
    assertThat(written.bytes()).startsWith('{').hasSizeBetween(256 << 10, limit);
    assertThat(readNative(written.bytes())).isEqualTo(large);
    assertThat(OverallIndexJson.write(index(20_000), limit).contentEncoding()).isEqualTo("gzip");
  }

  @Test
  void aHundredThousandRowsSurvive() {
    OverallIndex huge = index(100_000);
    Encoded written = OverallIndexJson.write(huge);
    assertThat(readNative(written.bytes()).rows()).hasSize(100_000).isEqualTo(huge.rows());
  }

  @Test
  void unpairedSurrogatesDoNotStopTheIndex() {
    SessionMeta meta = IndexSamples.meta("s1");
    SessionFields broken =
        new SessionFields("half \uD83D", "\uDD11 other", List.of("\uD83D\uDD11"), "", "", 1, null);
    SessionMeta odd = new SessionMeta(meta.id(), broken, 1, null, null, false, null);
    OverallIndex index =
        new OverallIndex(
            1, "n", null, true, null, 0, List.of(), List.of(IndexRow.of(odd, 1)), Map.of());
    IndexRow row = readNative(OverallIndexJson.write(index).bytes()).rows().getFirst();
    assertThat(row.meta().fields().name()).isEqualTo("half \uFFFD");
    assertThat(row.meta().fields().desc()).isEqualTo("\uFFFD other");
    assertThat(row.meta().fields().tags()).containsExactly("\uD83D\uDD11");
  }

  /** Found by fuzzing, when the parser still made two low surrogates of it. */
  @Test
  void bytesAboveUnicodeAreRefusedAsOtherBytesThatAreNoText() {
    for (byte[] bytes :
        List.of(
            IndexSamples.withACodePointAboveUnicode(),
            "{\"format\":2,\"\u00ff\":1}".getBytes(StandardCharsets.ISO_8859_1))) {
      assertThat(OverallIndexJson.read(bytes))
          .isInstanceOfSatisfying(
              Reading.Garbage.class,
              garbage -> assertThat(garbage.reason()).startsWith("it is not valid JSON"));
    }
  }

  /** Found by fuzzing. */
  @Test
  void aNumberThatNoTypeHoldsCountsAsMissing() {
    OverallIndex index =
        readNative(
            """
            {"format": 2, "rev": 5e5555555557, "nonce": "n", "sessions": [
              {"filename": "a.fastshot", "file_size": 1e-99999999999, "rev": 3}]}\
            """);
    assertThat(index.rev()).isZero();
    assertThat(index.rows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.meta().fileSizeBytes()).isZero();
          assertThat(row.id().base()).isEqualTo("a");
        });
  }

  @Test
  void wrongTypesCountAsMissing() {
    OverallIndex index =
        readNative(
            """
            {"format": 2, "rev": "x", "nonce": 5, "last_updated": "yesterday", "complete": "yes",
             "rebuild": {"id": "r", "mode": "other"}, "removed_floor": -4,
             "removed": [7, {"filename": "a"}, {"filename": "a.fastshot", "rev": 0},
                         {"filename": "b.fastshot", "rev": 3, "at": 4}],
             "sessions": [
               {"filename": "a.fastshot", "file_size": -1, "checksum": "none", "tags": "t",
                "image_count": 2.9, "name": 12, "desc": {}, "created_at": null, "rev": null,
                "thumbnail": 1, "src": [], "degraded": false}]}
            """);
    assertThat(index.rev()).isZero();
    assertThat(index.nonce()).isEqualTo("5");
    assertThat(index.lastUpdated()).isNull();
    assertThat(index.complete()).isFalse();
    assertThat(index.rebuild()).isNull();
    assertThat(index.removedFloor()).isZero();
    assertThat(index.removed()).hasSize(1);
    SessionMeta row = index.rows().getFirst().meta();
    assertThat(row.fields()).isEqualTo(new SessionFields("12", "", List.of(), "", "", 2, null));
    assertThat(row.fileSizeBytes()).isZero();
    assertThat(row.checksum()).isNull();
    assertThat(row.thumbnail()).isFalse();
    assertThat(row.src()).isNull();
  }

  @Test
  void rowsWithoutSessionAreLeftOutAndRepetitionsCountOnce() {
    OverallIndex index =
        readNative(
            """
            {"format": 2, "rev": 9, "sessions": [
              {"filename": "a.fastshot", "rev": 2, "name": "first"},
              {"filename": ".fastshot", "rev": 3}, {"name": "x"}, null, 5, [],
              {"filename": "b.fastshot", "rev": 5},
              {"filename": "a.fastshot", "rev": 1, "name": "second"}]}
            """);
    assertThat(index.rows()).extracting(IndexRow::rev).containsExactly(5L, 2L);
    assertThat(index.rows().getLast().meta().fields().name()).isEqualTo("first");
  }

  @Test
  void unknownMembersSurviveARewrite() {
    String json =
        """
        {"format": 2, "rev": 1, "color_map": {"a": [1, 2.50, null, "x"]}, "sessions": [
          {"filename": "a.fastshot", "rev": 1, "starred": true, "big": 12345678901234567890}]}
        """;
    String again =
        new String(OverallIndexJson.write(readNative(json)).bytes(), StandardCharsets.UTF_8);
    assertThat(again)
        .contains("\"color_map\":{\"a\":[1,2.50,null,\"x\"]}")
        .contains("\"starred\":true,\"big\":12345678901234567890}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}",
        "{\"sessions\": 5}",
        "{\"format\": 2",
        "{\"format\": 2, \"sessions\": [{\"filename\": \"a.fastshot\"",
        "{\"format\": 3, \"sessions\": []}",
        "{\"format\": 2} trailing",
        "<html>no</html>",
        "\u001f\u0000"
      })
  void whatIsNoIndexIsGarbageWithAReason(String text) {
    Reading reading = read(text);
    assertThat(reading).isInstanceOf(Reading.Garbage.class);
    assertThat(((Reading.Garbage) reading).reason()).isNotBlank();
  }

  @Test
  void deepNestingIsGarbage() {
    String deep = "{\"format\": 2, \"x\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(read(deep)).isInstanceOf(Reading.Garbage.class);
  }

  @Test
  void damagedCompressionIsGarbage() throws IOException {
    byte[] bytes = OverallIndexJson.write(index(2_000)).bytes();
    byte[] flipped = bytes.clone();
    Arrays.fill(flipped, 100, 200, (byte) 0);
    assertThat(OverallIndexJson.read(flipped)).isInstanceOf(Reading.Garbage.class);
    byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
    assertThat(OverallIndexJson.read(cut)).isInstanceOf(Reading.Garbage.class);
  }

  @Test
  void aBombIsGarbage() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
      out.write("{\"format\": 2,".getBytes(StandardCharsets.UTF_8));
      byte[] spaces = new byte[1 << 20];
      Arrays.fill(spaces, (byte) ' ');
      for (int i = 0; i < 300; i++) {
        out.write(spaces);
      }
      out.write("\"sessions\": []}".getBytes(StandardCharsets.UTF_8));
    }
    Reading reading = OverallIndexJson.read(bomb.toByteArray());
    assertThat(reading).isInstanceOf(Reading.Garbage.class);
    assertThat(((Reading.Garbage) reading).reason()).contains("longer than");
  }

  @Test
  void aBrokenStreamIsTheCallersProblem() {
    byte[] start = Arrays.copyOf(OverallIndexJson.write(index(10)).bytes(), 1_000);
    InputStream broken =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            throw new IOException("connection reset");
          }
        };
    assertThatThrownBy(() ->
            OverallIndexJson.read(new SequenceInputStream(new ByteArrayInputStream(start), broken)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("connection reset");
  }

  @Test
  void theOriginalsDocumentIsRead() throws IOException {
    Path sample = Fixtures.original("samples/cloud/overall_meta.json");
    Reading reading = OverallIndexJson.read(Files.readAllBytes(sample));
    assertThat(reading).isInstanceOf(Reading.Original.class);
    OverallIndex index = ((Reading.Original) reading).index();
    assertThat(index.rows())
        .extracting(IndexRow::id)
        .containsExactlyInAnyOrder(
            new SessionId("20250621114615_会议_1"), new SessionId("20250621124615_second_one"));
    IndexRow row = index.rows().getFirst();
    assertThat(row.rev()).isZero();
    assertThat(row.meta().fields()).isEqualTo(SessionFields.unnamed(0));
    assertThat(row.meta().fileSizeBytes()).isEqualTo(8131);
    assertThat(row.meta().checksum())
        .isEqualTo(Checksum.parse("etag:000bc8871ea354a3b7d7d91d3307a662"));
    assertThat(index.complete()).isFalse();
    assertThat(index.other()).isEmpty();
  }

  /** Found by fuzzing: such bytes were taken for a broken stream, and no handler got past them. */
  @Test
  void bytesThatLookLikeUtf32AndAreNotAreGarbageAndNoBrokenStream() throws Exception {
    byte[] zeros = new byte[40];
    zeros[16] = 1;
    zeros[19] = '{';
    assertThat(OverallIndexJson.read(zeros)).isInstanceOf(Reading.Garbage.class);
    byte[] found = Base64.getDecoder().decode("AAAAAAAAAAAAAAAAAAAAAAEFeyJmaWz//////////w==");
    assertThat(OverallIndexJson.read(found)).isInstanceOf(Reading.Garbage.class);
    byte[] strangeOrder = {0, 0, 1, 0, 0, 0, 1, 0};
    assertThat(OverallIndexJson.read(strangeOrder)).isInstanceOf(Reading.Garbage.class);
    byte[] mark = {0, 0, (byte) 0xFF, (byte) 0xFE, 0, 0, 0, 0};
    assertThat(OverallIndexJson.read(mark)).isInstanceOf(Reading.Garbage.class);
    assertThat(OverallIndexJson.readHead(new ByteArrayInputStream(found), 5).needsWhole()).isTrue();
  }

  @Test
  void aRevThatNoIndexerReachesMakesTheDocumentGarbage() {
    for (String rev :
        List.of("9223372036854775807", "9007199254740992", "1e300", "1" + "0".repeat(90))) {
      String json = "{\"format\": 2, \"rev\": " + rev + ", \"sessions\": []}";
      assertThat(read(json)).as(rev).isInstanceOf(Reading.Garbage.class);
    }
    OverallIndex last = readNative("{\"format\": 2, \"rev\": " + OverallIndexJson.MAX_REV + "}");
    assertThat(last.rev()).isEqualTo(OverallIndexJson.MAX_REV);
  }

  @Test
  void nothingInADocumentIsNewerThanTheDocument() {
    OverallIndex index =
        readNative(
            """
            {"format": 2, "rev": 7, "removed_floor": 9223372036854775807, "sessions": [
              {"filename": "a.fastshot", "rev": 9223372036854775807},
              {"filename": "b.fastshot", "rev": 7}, {"filename": "c.fastshot", "rev": 6}]}
            """);
    assertThat(index.removedFloor()).isEqualTo(7);
    assertThat(index.rows()).extracting(IndexRow::rev).containsExactly(7L, 7L, 6L);
  }
}
