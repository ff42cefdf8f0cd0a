package io.fastshot.indexer.commit;

import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionId;
import io.fastshot.store.ETag;
import io.fastshot.store.Precondition;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The version of the overall index that a next one is made of.
 *
 * @param index what it says; of a document that is not ours what can be taken over, with rev 0
 * @param etag of the stored object; null if there is none
 * @param ours whether the document was written by this project. Otherwise it is missing, or the
 *     original app's, or garbage, and the next version starts a new line of revs
 */
public record IndexBase(OverallIndex index, @Nullable ETag etag, boolean ours) {

  /** What must still hold for a next version to be installed. */
  public Precondition precondition() {
    return etag == null ? Precondition.absent() : Precondition.matches(etag);
  }

  /**
   * Whether this document tells all that was touched since an earlier one: observations made on the
   * earlier one stay good for the keys that were not. See docs/decisions/0102.
   */
  public boolean continues(IndexBase earlier) {
    return ours
        && earlier.ours
        && index.rev() >= earlier.index.rev()
        && index.removedFloor() <= earlier.index.rev();
  }

  /** The sessions touched, changed or not, present or absent, by versions above {@code rev}. */
  public Set<SessionId> touchedAfter(long rev) {
    Set<SessionId> touched = new HashSet<>();
    for (IndexRow row : index.rows()) {
      if (row.rev() > rev) {
        touched.add(row.id());
      }
    }
    for (Removal removal : index.removed()) {
      if (removal.rev() > rev) {
        touched.add(removal.id());
      }
    }
    return touched;
  }

  /**
   * The sessions that the document tells of though nobody of ours observed them: rows without the
   * ETag they were observed at, as all of the original app's are. Such a row is hearsay: a reason
   * to look, never a row of a version of ours. Newest names first.
   */
  public List<SessionId> hearsay() {
    return index.rows().stream()
        .filter(row -> !isObserved(row))
        .map(IndexRow::id)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static boolean isObserved(IndexRow row) {
    return row.meta().src() != null;
  }

  /**
   * The document to change: this one, or the first of a new line of revs; without hearsay, and then
   * not complete.
   *
   * @param seed where a new line starts: above every rev that any reader or writer of an earlier
   *     line may hold
   */
  public OverallIndex toChange(long seed) {
    if (!ours) {
      return new OverallIndex(
          seed, "", null, false, null, seed, List.of(), List.of(), index.other());
    }
    List<IndexRow> observed = index.rows().stream().filter(IndexBase::isObserved).toList();
    return observed.size() == index.rows().size()
        ? index
        : new OverallIndex(
            index.rev(),
            index.nonce(),
            index.lastUpdated(),
            false,
            index.rebuild(),
            index.removedFloor(),
            index.removed(),
            observed,
            index.other());
  }
}
