package io.fastshot.json;

import static io.fastshot.json.IndexSamples.full;
import static io.fastshot.json.IndexSamples.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.json.OverallIndexJson.HeadReading;
import io.fastshot.model.IndexRow;
import io.fastshot.model.Removal;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverallIndexHeadTest {

  private static final class Counted extends FilterInputStream {
    private long bytes;
    private boolean closed;

    Counted(byte[] content) {
      super(new ByteArrayInputStream(content));
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int count = super.read(buffer, from, length);
      bytes += Math.max(0, count);
      return count;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      bytes += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public void close() throws IOException {
      closed = true;
      super.close();
    }
  }

  private static HeadReading head(byte[] bytes, long knownRev) throws IOException {
    return OverallIndexJson.readHead(new ByteArrayInputStream(bytes), knownRev);
  }

  @Test
  void onlyNewerRowsAndRemovalsAreGiven() throws IOException {
    HeadReading head = head(OverallIndexJson.write(full()).bytes(), 5);
    assertThat(head.needsWhole()).isFalse();
    assertThat(head.totalSessions()).isEqualTo(3);
    assertThat(head.index().rev()).isEqualTo(7);
    assertThat(head.index().rows()).extracting(IndexRow::rev).containsExactly(7L, 7L);
    assertThat(head.index().removed()).extracting(Removal::rev).containsExactly(6L);
    assertThat(head.index().rebuild()).isEqualTo(full().rebuild());
    assertThat(head.index().other()).isEqualTo(full().other());
  }

  @Test
  void theSameRevHasNothingNew() throws IOException {
    HeadReading head = head(OverallIndexJson.write(full()).bytes(), 7);
    assertThat(head.needsWhole()).isFalse();
    assertThat(head.index().rows()).isEmpty();
    assertThat(head.index().removed()).isEmpty();
  }

  @Test
  void whoKnowsNothingGetsAll() throws IOException {
    HeadReading head = head(OverallIndexJson.write(index(50)).bytes(), 0);
    assertThat(head.needsWhole()).isFalse();
    assertThat(head.index().rows()).hasSize(50);
  }

  @Test
  void anOlderDocumentOrAForgottenRemovalNeedsTheWhole() throws IOException {
    byte[] bytes = OverallIndexJson.write(full()).bytes();
    assertThat(head(bytes, 8).needsWhole()).isTrue();
    assertThat(head(bytes, 0).needsWhole()).isTrue(); // removed_floor is 1
    assertThat(head(bytes, 1).needsWhole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "{\"sessions\": [{\"filename\": \"a.fastshot\"}], \"format\": 2, \"rev\": 9}",
        "{\"version\": \"1.0\", \"sessions\": [{\"filename\": \"a.fastshot\"}]}",
        "{\"format\": 3, \"rev\": 9, \"sessions\": []}",
        "{\"format\": 2, \"rev\": 9, \"sess"
      })
  void anotherKindOfDocumentNeedsTheWhole(String json) throws IOException {
    assertThat(head(json.getBytes(StandardCharsets.UTF_8), 1).needsWhole()).isTrue();
  }

  @Test
  void onlyTheHeadIsConsumedAndTheStreamStaysOpen() throws IOException {
    byte[] bytes = OverallIndexJson.write(index(100_000)).bytes();
    Counted counted = new Counted(bytes);
    HeadReading head = OverallIndexJson.readHead(counted, 99_990);
    assertThat(head.index().rows()).hasSize(10);
    assertThat(counted.bytes).isLessThan(20_000);
    assertThat(bytes.length).isGreaterThan(1_000_000);
    assertThat(counted.closed).isFalse();
  }
}
