package io.fastshot.integration.library;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.MemoryObjectStore;

/** A library in this process's memory. */
final class MemoryLibraryTest extends LibraryContract<InProcessLibrary> {
  @Override
  protected InProcessLibrary open() {
    return closing(
        new InProcessLibrary(
            new MemoryObjectStore(), IndexerConfig.of(KeyLayout.atRoot(), XorMask.of(LEGACY_KEY))));
  }
}
