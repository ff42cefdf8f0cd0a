package io.fastshot.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the overall index: all that a list shows of a session.
 *
 * @param meta what is shown; its description may be cut
 * @param descCut whether the description was cut to {@link #MAX_DESC_CODE_POINTS}; the whole text
 *     is in the meta index
 * @param rev the version of the index that touched this row last; 1 or more, or 0 for rows that the
 *     original app wrote
 * @param other members of the JSON row that this version does not know; kept when the index is
 *     rewritten
 */
public record IndexRow(
    SessionMeta meta, boolean descCut, long rev, Map<String, @Nullable Object> other) {

  /** Longest description in a row, in code points. */
  public static final int MAX_DESC_CODE_POINTS = 280;

  public IndexRow {
    other = Frozen.map(other);
    if (rev < 0) {
      throw new IllegalArgumentException("rev is negative: " + rev);
    }
  }

  /**
   * The row of a session, its description cut where it is too long.
   *
   * @param meta with the whole description
   * @param rev the version of the index that the row is made for
   */
  public static IndexRow of(SessionMeta meta, long rev) {
    String desc = meta.fields().desc();
    if (desc.codePointCount(0, desc.length()) <= MAX_DESC_CODE_POINTS) {
      return new IndexRow(meta, false, rev, Map.of());
    }
    String cut = desc.substring(0, desc.offsetByCodePoints(0, MAX_DESC_CODE_POINTS));
    SessionFields f = meta.fields();
    SessionFields fields =
        new SessionFields(
            f.name(), cut, f.tags(), f.color(), f.sessionClass(), f.imageCount(), f.createdAt());
    SessionMeta cutMeta =
        new SessionMeta(
            meta.id(),
            fields,
            meta.fileSizeBytes(),
            meta.checksum(),
            meta.src(),
            meta.thumbnail(),
            meta.degraded());
    return new IndexRow(cutMeta, true, rev, Map.of());
  }

  /** Which session. */
  public SessionId id() {
    return meta.id();
  }

  /** The same row touched by another version of the index. */
  public IndexRow withRev(long newRev) {
    return new IndexRow(meta, descCut, newRev, other);
  }
}
