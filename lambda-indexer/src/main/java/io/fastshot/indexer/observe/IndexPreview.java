package io.fastshot.indexer.observe;

import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.DeleteOutcome;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the indexer would write of a session, and writes nothing: for comparing an index with
 * its bucket.
 *
 * <p><b>Threads:</b> safe from several.
 */
public final class IndexPreview {
  private final ObjectStore store;
  private final IndexerConfig config;

  /** Over a bucket, which is only read. */
  public IndexPreview(ObjectStore store, IndexerConfig config) {
    this.store = store;
    this.config = config;
  }

  /** What a session's entries should be. */
  public sealed interface Preview {

    /**
     * The session is there.
     *
     * @param meta its meta index, of which its row is made
     * @param thumbnailPng its thumbnail; null if it has none
     */
    record Present(SessionMeta meta, byte @Nullable [] thumbnailPng) implements Preview {}

    /**
     * The session is there, and its bytes are in an archive.
     *
     * @param meta what the indexer keeps of it until they are restored
     */
    record Archived(SessionMeta meta) implements Preview {}

    /** The session is not there, so there should be nothing. */
    record Absent() implements Preview {}

    /** It could not be read now; the reason is for a person. */
    record Failed(String reason) implements Preview {}
  }

  /** Reads a session as the indexer does: one ranged GET, of legacy files one or two more. */
  public Preview of(SessionId id) {
    Unwritten unwritten = new Unwritten(store, config.layout().thumbnail(id));
    return switch (new SessionObserver(unwritten, config).observe(id)) {
      case Observation.Present(SessionMeta meta, boolean _) ->
          unwritten.archived
              ? new Preview.Archived(meta)
              : new Preview.Present(meta, unwritten.thumbnail);
      case Observation.Absent _ -> new Preview.Absent();
      case Observation.Failed(String reason, var _) -> new Preview.Failed(reason);
    };
  }

  /** Reads are the bucket's; of writes only the thumbnail is kept, for one session. */
  private static final class Unwritten implements ObjectStore {
    private static final ETag NONE = new ETag("\"unwritten\"");

    private final ObjectStore store;
    private final String thumbnailKey;
    private byte @Nullable [] thumbnail;
    private boolean archived;

    Unwritten(ObjectStore store, String thumbnailKey) {
      this.store = store;
      this.thumbnailKey = thumbnailKey;
    }

    @Override
    public GetOutcome get(String key, ByteRange range, Precondition precondition) {
      try {
        return store.get(key, range, precondition);
      } catch (StoreException.Archived e) {
        archived = true;
        throw e;
      }
    }

    @Override
    public Optional<ObjectInfo> head(String key) {
      return store.head(key);
    }

    @Override
    public PutOutcome put(String key, Content content, Precondition precondition) {
      if (key.equals(thumbnailKey)) {
        try (InputStream bytes = content.source().open()) {
          thumbnail = bytes.readAllBytes();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return new PutOutcome.Installed(NONE);
    }

    @Override
    public DeleteOutcome delete(String key, Precondition precondition) {
      if (key.equals(thumbnailKey)) {
        thumbnail = null;
      }
      return new DeleteOutcome.Gone();
    }

    @Override
    public PutOutcome copy(
        String source, ETag sourceEtag, String target, Precondition precondition) {
      throw new UnsupportedOperationException("the indexer copies nothing");
    }

    @Override
    public ListPage list(String prefix, @Nullable String token) {
      return store.list(prefix, token);
    }

    @Override
    public void close() {
      // The store is the caller's.
    }
  }
}
