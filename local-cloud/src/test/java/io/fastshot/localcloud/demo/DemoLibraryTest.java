package io.fastshot.localcloud.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.FastshotCodec;
import io.fastshot.container.Format;
import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.read.SessionReading;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.ListPage;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DemoLibraryTest {
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();
  private static final XorMask KEY = XorMask.of(DemoLibrary.LEGACY_KEY);

  @Test
  void thirtySevenSessionsOfWhichOneIsCutOff() throws IOException {
    try (ObjectStore store = new MemoryObjectStore()) {
      DemoLibrary.fill(store, LAYOUT, DemoLibrary.DEFAULT_SESSIONS, 1, KEY);

      List<SessionReading.Readable> readable = new ArrayList<>();
      List<String> unreadable = new ArrayList<>();
      for (ListPage.Entry entry : ObjectStores.listAll(store, LAYOUT.sessions())) {
        switch (inspect(store, entry.key())) {
          case SessionReading.Readable session -> readable.add(session);
          case SessionReading.Unreadable(String reason) -> unreadable.add(reason);
        }
        assertThat(entry.sizeBytes()).isBetween(20_000L, 4_000_000L);
      }
      assertThat(readable).hasSize(36);
      assertThat(unreadable).hasSize(1);
      assertThat(readable.stream().filter(s -> s.format() == Format.CURRENT)).hasSize(12);
      assertThat(readable)
          .extracting(s -> s.fields().name())
          .contains("")
          .anyMatch(name -> name.length() > 200)
          .anyMatch(name -> name.codePoints().anyMatch(Character::isIdeographic));
      assertThat(readable).extracting(s -> s.fields().imageCount()).contains(1, 8);
    }
  }

  @Test
  void aSeedAlwaysGivesTheSameLibrary() {
    assertThat(etags(5)).isEqualTo(etags(5)).isNotEqualTo(etags(6));
  }

  private static List<String> etags(long seed) {
    try (ObjectStore store = new MemoryObjectStore()) {
      DemoLibrary.fill(store, LAYOUT, 2, seed, KEY);
      List<String> sizes = new ArrayList<>();
      ObjectStores.listAll(store, "").forEach(e -> sizes.add(e.key() + " " + e.sizeBytes()));
      return sizes;
    }
  }

  private static SessionReading inspect(ObjectStore store, String key) throws IOException {
    byte[] bytes = ObjectStores.read(store, key, 16 << 20).orElseThrow().bytes();
    return new FastshotCodec(KEY).inspect(ByteSource.of(bytes));
  }
}
