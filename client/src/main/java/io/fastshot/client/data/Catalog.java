package io.fastshot.client.data;

import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.store.ETag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The overall index as last read, with what is needed to ask for what is new.
 *
 * @param index its rows completed where the original app wrote the document
 * @param etag of the document that {@code index} is; null if not known, so that all is read again
 * @param refreshedAt when the bucket was last asked; null if never
 * @param original whether the original app wrote the document
 */
record Catalog(
    OverallIndex index, @Nullable ETag etag, @Nullable Instant refreshedAt, boolean original) {

  private static final String BY_ORIGINAL =
      "The original Fastshot wrote this index; what it leaves out was read from the sessions' meta"
          + " indexes. A rebuild (fastshot rebuild overall) brings it up to date.";

  private static final int STAMP_DIGITS = 14;

  private static final Comparator<IndexRow> NEWEST_FIRST =
      Comparator.comparing(Catalog::createdAt)
          .reversed()
          .thenComparing(IndexRow::id, Comparator.reverseOrder());

  /** Nothing read yet. */
  static Catalog empty() {
    return new Catalog(OverallIndex.empty(), null, null, false);
  }

  Catalog at(Instant now) {
    return new Catalog(index, etag, now, original);
  }

  /** As the window and the command line see it. */
  CatalogSnapshot snapshot() {
    List<IndexRow> rows = index.rows().stream().sorted(NEWEST_FIRST).toList();
    return new CatalogSnapshot(
        rows,
        index.rev(),
        refreshedAt,
        index.complete(),
        index.rebuild(),
        original ? BY_ORIGINAL : null);
  }

  /**
   * When a session was made: as it says, else the digits of its name, else empty, which sorts last.
   */
  private static String createdAt(IndexRow row) {
    String said = row.meta().fields().createdAt();
    if (said != null) {
      return said;
    }
    String base = row.id().base();
    if (base.length() < STAMP_DIGITS
        || !base.chars().limit(STAMP_DIGITS).allMatch(c -> c >= '0' && c <= '9')) {
      return "";
    }
    return "%s-%s-%sT%s:%s:%s"
        .formatted(
            base.substring(0, 4),
            base.substring(4, 6),
            base.substring(6, 8),
            base.substring(8, 10),
            base.substring(10, 12),
            base.substring(12, 14));
  }
}
