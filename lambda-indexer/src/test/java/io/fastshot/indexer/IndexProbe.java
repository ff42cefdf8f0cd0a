package io.fastshot.indexer;

import io.fastshot.indexer.commit.IndexBase;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;

/** Reads the overall index for a test. */
final class IndexProbe {
  private IndexProbe() {}

  static IndexBase read(ObjectStore store, KeyLayout layout) {
    var stored = ObjectStores.read(store, layout.overallMeta(), 256 * 1024 * 1024);
    if (stored.isEmpty()) {
      return new IndexBase(OverallIndex.empty(), null, false);
    }
    return switch (OverallIndexJson.read(stored.get().bytes())) {
      case OverallIndexJson.Reading.Native(var index) ->
          new IndexBase(index, stored.get().info().etag(), true);
      case OverallIndexJson.Reading.Original _, OverallIndexJson.Reading.Garbage _ ->
          throw new AssertionError("the index is not ours");
    };
  }
}
