package io.fastshot.store;

import static io.fastshot.store.StoreFixture.content;
import static io.fastshot.store.StoreFixture.found;
import static io.fastshot.store.StoreFixture.put;
import static io.fastshot.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.model.KeyLayout;
import io.fastshot.store.RequestCounts.Count;
import io.fastshot.store.RequestCounts.Kind;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CountingObjectStoreTest extends ObjectStoreContract {
  @Override
  protected ObjectStore newStore() {
    return new CountingObjectStore(new MemoryObjectStore(), KeyLayout.atRoot());
  }

  private final CountingObjectStore counting =
      new CountingObjectStore(new MemoryObjectStore(), new KeyLayout("lib/"));

  @Test
  void callsAndBytesAreCountedByVerbAndKind() throws IOException {
    ETag etag = put(counting, "lib/sessions/a.fastshot", "12345");
    put(counting, "lib/meta_indexes/a.meta.json", "123");
    put(counting, "elsewhere", "1");
    assertThat(text(counting, "lib/sessions/a.fastshot")).isEqualTo("12345");
    counting.head("lib/thumbnails/a.png");
    counting.copy("lib/sessions/a.fastshot", etag, "lib/trash/a.fastshot", Precondition.none());
    counting.delete("lib/sessions/a.fastshot", Precondition.none());
    counting.list("lib/sessions/", null);
    counting.put("lib/overall_meta.json", content("x"), Precondition.matches(etag));

    RequestCounts counts = counting.snapshot();
    assertThat(counts.of(Verb.PUT, Kind.SESSION)).isEqualTo(new Count(1, 5, 0));
    assertThat(counts.of(Verb.GET, Kind.SESSION)).isEqualTo(new Count(1, 0, 5));
    assertThat(counts.of(Verb.PUT)).isEqualTo(new Count(4, 10, 0));
    assertThat(counts.of(Verb.COPY, Kind.TRASH).requests()).isEqualTo(1);
    assertThat(counts.of(Verb.HEAD, Kind.THUMBNAIL).requests()).isEqualTo(1);
    assertThat(counts.of(Verb.LIST, Kind.SESSION).requests()).isEqualTo(1);
    assertThat(counts.of(Verb.PUT, Kind.OTHER).bytesUp()).isEqualTo(1);
    assertThat(counts.of(Kind.OVERALL_META).requests()).isEqualTo(1);
    assertThat(counts.total().requests()).isEqualTo(9);
  }

  @Test
  void onlyBytesThatWereReadAreCounted() throws IOException {
    put(counting, "k", "1234567890");
    counting.reset();
    try (GetOutcome.Found found =
        found(counting.get("k", ByteRange.whole(), Precondition.none()))) {
      assertThat(found.body().readNBytes(4)).hasSize(4);
    }
    assertThat(counting.snapshot().total()).isEqualTo(new Count(1, 0, 4));
  }
}
