package io.fastshot.store;

import static io.fastshot.store.StoreFixture.keys;
import static io.fastshot.store.StoreFixture.put;
import static io.fastshot.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class MemoryObjectStoreTest extends ObjectStoreContract {
  @Override
  protected ObjectStore newStore() {
    return new MemoryObjectStore();
  }

  @Test
  void pagesHaveTheAskedSize() {
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    ObjectStore small = new MemoryObjectStore(InstantSource.fixed(now), 2);
    for (String key : new String[] {"c", "a", "b", "d"}) {
      put(small, key, "x");
    }
    assertThat(small.list("", null).objects()).hasSize(2);
    assertThat(keys(small, "")).containsExactly("a", "b", "c", "d");
    assertThat(small.head("a").orElseThrow().lastModified()).isEqualTo(now);
  }

  @Test
  void equalBytesHaveEqualETags() throws IOException {
    ObjectStore store = store();
    assertThat(put(store, "a", "same")).isEqualTo(put(store, "b", "same"));
    assertThat(text(store, "a")).isEqualTo("same");
  }
}
