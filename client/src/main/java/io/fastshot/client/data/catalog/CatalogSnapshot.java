package io.fastshot.client.data.catalog;

import io.fastshot.model.IndexRow;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The library's list at one moment.
 *
 * @param rows unique by id; newest created first, those without a date last
 * @param rev version of the index; 0 if there is none yet, or if the original app wrote it
 * @param refreshedAt when the bucket was last asked; null if never
 * @param complete whether the index says that it covers the whole bucket
 * @param rebuild the last rebuild, running or ended; null if there was none
 * @param notice what a person should know about this list, such as that the original app wrote the
 *     index; null if nothing
 */
public record CatalogSnapshot(
    List<IndexRow> rows,
    long rev,
    @Nullable Instant refreshedAt,
    boolean complete,
    @Nullable RebuildState rebuild,
    @Nullable String notice) {

  public CatalogSnapshot {
    rows = List.copyOf(rows);
  }

  /** Nothing known yet. */
  public static CatalogSnapshot empty() {
    return new CatalogSnapshot(List.of(), 0, null, false, null, null);
  }

  /** Size of all session files together. */
  public long totalBytes() {
    return rows.stream().mapToLong(row -> row.meta().fileSizeBytes()).sum();
  }

  /** The row of a session; looks through all rows. */
  public Optional<IndexRow> row(SessionId id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }
}
