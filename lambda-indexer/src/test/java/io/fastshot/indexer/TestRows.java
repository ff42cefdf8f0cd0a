package io.fastshot.indexer;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows and meta indexes made by hand. */
public final class TestRows {
  private TestRows() {}

  public static SessionMeta meta(SessionId id) {
    return new SessionMeta(id, SessionFields.unnamed(0), 1, null, "\"src\"", false, null);
  }

  public static IndexRow row(SessionId id, long rev, Map<String, @Nullable Object> other) {
    return new IndexRow(meta(id), false, rev, other);
  }
}
