package io.fastshot.client.data.catalog;

import io.fastshot.client.data.connection.Mending;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import io.fastshot.store.ETag;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The overall index as last read, with what is needed to ask for what is new.
 *
 * @param index its rows completed where the original app wrote the document
 * @param etag of the document that {@code index} is; null if not known, so that all is read again
 * @param refreshedAt when the bucket was last asked; null if never
 * @param original whether the original app wrote the document
 * @param unlisted sessions of {@code index} that the original app's list does not have
 * @param held rows of an earlier index of ours that {@code index} does not have: that one was
 *     replaced, and {@code index} does not say that it covers the bucket
 */
record Catalog(
    OverallIndex index,
    @Nullable ETag etag,
    @Nullable Instant refreshedAt,
    boolean original,
    int unlisted,
    List<IndexRow> held) {

  private static final Comparator<IndexRow> NEWEST_FIRST =
      Comparator.comparing(IndexRow::created)
          .reversed()
          .thenComparing(IndexRow::id, Comparator.reverseOrder());

  Catalog {
    held = List.copyOf(held);
  }

  Catalog(
      OverallIndex index, @Nullable ETag etag, @Nullable Instant refreshedAt, boolean original) {
    this(index, etag, refreshedAt, original, 0, List.of());
  }

  /** Where the original app wrote the index. */
  static Catalog ofOriginal(OverallIndex index, ETag etag, int unlisted) {
    return new Catalog(index, etag, null, true, unlisted, List.of());
  }

  /** Nothing read yet. */
  static Catalog empty() {
    return new Catalog(OverallIndex.empty(), null, null, false);
  }

  /** The same document, of which more is known. */
  Catalog with(OverallIndex completed) {
    return new Catalog(completed, etag, refreshedAt, original, unlisted, held);
  }

  Catalog at(Instant now) {
    return new Catalog(index, etag, now, original, unlisted, held);
  }

  /**
   * The same, holding the rows of an earlier catalog until this one is known to be complete: an
   * index that begins anew lists a few sessions at first, and that of the original app may lack
   * any. Not held are rows that this index tells as removed, and those that have nothing but the
   * name of their file.
   */
  Catalog holding(Catalog before) {
    if (index.complete()) {
      return this;
    }
    Set<SessionId> known = new HashSet<>();
    index.rows().forEach(row -> known.add(row.id()));
    index.removed().forEach(removal -> known.add(removal.id()));
    List<IndexRow> earlier = continues(before.index) ? List.of() : before.index.rows();
    List<IndexRow> rows =
        Stream.concat(before.held.stream(), earlier.stream())
            .filter(row -> HearsayRows.isKnown(row) && known.add(row.id()))
            .toList();
    return new Catalog(index, etag, refreshedAt, original, unlisted, rows);
  }

  private boolean continues(OverallIndex before) {
    return !original && index.rev() >= before.rev() && index.removedFloor() <= before.rev();
  }

  /**
   * As the window and the command line see it. No request.
   *
   * @param mending what a notice advises
   */
  CatalogSnapshot snapshot(Mending mending) {
    List<IndexRow> rows =
        Stream.concat(index.rows().stream(), held.stream()).sorted(NEWEST_FIRST).toList();
    return new CatalogSnapshot(
        rows, index.rev(), refreshedAt, index.complete(), index.rebuild(), notice(mending));
  }

  /** Whether there is something to be told that a rebuild mends. */
  boolean needsMending() {
    return original || !held.isEmpty();
  }

  private @Nullable String notice(Mending mending) {
    String overall = mending.advice(RebuildState.Mode.OVERALL);
    String anew =
        held.isEmpty()
            ? null
            : "The index was replaced and is not complete yet; "
                + held.size()
                + " of these sessions are from the list known before. If that stays: "
                + overall;
    if (!original) {
      return anew;
    }
    String added =
        unlisted == 0
            ? ""
            : ", and %d session%s that it does not list from the bucket"
                .formatted(unlisted, unlisted == 1 ? "" : "s");
    String by =
        "The original Fastshot wrote this index; the names that it leaves out were read from the"
            + " sessions' meta indexes"
            + added
            + ". To bring it up to date: "
            + overall;
    return anew == null ? by : by + ". " + anew;
  }
}
