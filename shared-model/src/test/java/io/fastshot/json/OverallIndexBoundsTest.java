package io.fastshot.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.json.OverallIndexJson.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small compressed document may claim to be far more than any library has. */
class OverallIndexBoundsTest {
  private static final String ROW =
      "{\"filename\":\"20250621114615_a.fastshot\",\"file_size\":5,\"rev\":1},";
  private static final int CHUNK_ROWS = 1_000;

  /** Rows of one session, and things that are no rows: neither is kept, and both take time. */
  @ParameterizedTest
  @ValueSource(strings = {ROW, "0,", "{},"})
  void moreThanAQuarterOfAMillionRowsAreRefused(String row) throws IOException {
    assertThat(OverallIndexJson.read(document(row, 250)))
        .isInstanceOf(Reading.Garbage.class)
        .isEqualTo(new Reading.Garbage("it has more than 250000 rows"));
    assertThat(OverallIndexJson.read(document(row, 249))).isInstanceOf(Reading.Native.class);
  }

  private static InputStream document(String row, int chunks) {
    byte[] head = utf8("{\"format\":2,\"rev\":1,\"nonce\":\"n\",\"sessions\":[");
    byte[] chunk = utf8(row.repeat(CHUNK_ROWS));
    Stream<byte[]> parts =
        Stream.of(
                Stream.of(head),
                Collections.nCopies(chunks, chunk).stream(),
                Stream.of(utf8("0]}")))
            .flatMap(part -> part);
    List<InputStream> streams = parts.<InputStream>map(ByteArrayInputStream::new).toList();
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
