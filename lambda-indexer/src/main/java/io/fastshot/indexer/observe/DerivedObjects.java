package io.fastshot.indexer.observe;

import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes and removes what is derived from one session: its meta index and its thumbnail.
 *
 * <p>Nothing is skipped because it seems unchanged: another handler's write of an older observation
 * may stand there. Both objects name the ETag of the session they were made of ({@code src}); a
 * reader believes them only if it equals the row's.
 *
 * <p>Every method throws {@link StoreException} if the store failed; calling again is safe.
 */
public final class DerivedObjects {

  /** The user metadata of a thumbnail that names the ETag of its session. */
  public static final String THUMBNAIL_SRC = "src";

  private final ObjectStore store;
  private final KeyLayout layout;

  public DerivedObjects(ObjectStore store, KeyLayout layout) {
    this.store = store;
    this.layout = layout;
  }

  /** Writes the thumbnail, or removes it if there is none, then the meta index. Two requests. */
  void write(SessionMeta meta, byte @Nullable [] thumbnailPng) {
    String thumbnail = layout.thumbnail(meta.id());
    if (thumbnailPng == null) {
      store.delete(thumbnail, Precondition.none());
    } else {
      String src = Objects.requireNonNull(meta.src(), "an observed session has an ETag");
      put(
          thumbnail,
          Content.of(thumbnailPng, "image/png").withUserMetadata(Map.of(THUMBNAIL_SRC, src)));
    }
    put(layout.metaIndex(meta.id()), Content.of(MetaIndexJson.write(meta), "application/json"));
  }

  /** Removes both. Two requests. */
  public void remove(SessionId id) {
    store.delete(layout.metaIndex(id), Precondition.none());
    store.delete(layout.thumbnail(id), Precondition.none());
  }

  private void put(String key, Content content) {
    switch (store.put(key, content, Precondition.none())) {
      case PutOutcome.Installed _ -> {}
      case PutOutcome.Conflict _ ->
          throw new StoreException.Unavailable("another write of " + key + " was in the way", null);
    }
  }
}
