package io.fastshot.client.indexing;

import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.client.verify.Expectations;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.observe.IndexPreview;
import io.fastshot.indexer.observe.IndexPreview.Preview;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.store.ObjectStore;

/** What the indexer would write of sessions. */
public final class Previews implements Expectations {
  private final IndexPreview preview;

  /** Over a library's bucket, which is only read. */
  public Previews(ObjectStore store, LibrarySettings settings) {
    this.preview = new IndexPreview(store, config(settings));
  }

  static IndexerConfig config(LibrarySettings settings) {
    String key = settings.legacyKey();
    return IndexerConfig.of(new KeyLayout(settings.prefix()), XorMask.ofOptional(key));
  }

  @Override
  public Expected of(SessionId id) {
    return switch (preview.of(id)) {
      case Preview.Present(var meta, var thumbnail) -> new Expected.Present(meta, thumbnail);
      case Preview.Archived(var meta) -> new Expected.Archived(meta);
      case Preview.Absent _ -> new Expected.Absent();
      case Preview.Failed(String reason) -> new Expected.Failed(reason);
    };
  }
}
