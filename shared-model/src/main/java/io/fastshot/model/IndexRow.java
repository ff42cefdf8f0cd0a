package io.fastshot.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the overall index: all that a list shows of a session.
 *
 * @param meta what is shown; its texts may be cut
 * @param descCut whether a text was cut ({@code desc_cut} in JSON); the whole is in the meta index
 * @param rev the version of the index that touched this row last; 1 or more, or 0 for rows that the
 *     original app wrote
 * @param other members of the JSON row that this version does not know; kept when the index is
 *     rewritten
 */
public record IndexRow(
    SessionMeta meta, boolean descCut, long rev, Map<String, @Nullable Object> other) {

  /** Longest description in a row, in code points. */
  public static final int MAX_DESC_CODE_POINTS = 280;

  /** Most tags in a row. */
  public static final int MAX_TAGS = 64;

  /** Longest tag in a row, in code points. */
  public static final int MAX_TAG_CODE_POINTS = 100;

  public IndexRow {
    other = Frozen.map(other);
    if (rev < 0) {
      throw new IllegalArgumentException("rev is negative: " + rev);
    }
  }

  /**
   * The row of a session, its texts cut where they are too long, so that one strange file does not
   * make everybody's list large: name, description and class to {@link #MAX_DESC_CODE_POINTS} code
   * points, tags to the first {@link #MAX_TAGS} of {@link #MAX_TAG_CODE_POINTS} each.
   *
   * @param meta with the whole texts
   * @param rev the version of the index that the row is made for
   */
  public static IndexRow of(SessionMeta meta, long rev) {
    SessionFields whole = meta.fields();
    SessionFields cut =
        new SessionFields(
            cut(whole.name(), MAX_DESC_CODE_POINTS),
            cut(whole.desc(), MAX_DESC_CODE_POINTS),
            whole.tags().stream()
                .limit(MAX_TAGS)
                .map(tag -> cut(tag, MAX_TAG_CODE_POINTS))
                .toList(),
            cut(whole.color(), MAX_TAG_CODE_POINTS),
            cut(whole.sessionClass(), MAX_DESC_CODE_POINTS),
            whole.imageCount(),
            whole.createdAt());
    SessionMeta cutMeta =
        new SessionMeta(
            meta.id(),
            cut,
            meta.fileSizeBytes(),
            meta.checksum(),
            meta.src(),
            meta.thumbnail(),
            meta.degraded());
    return new IndexRow(cutMeta, !cut.equals(whole), rev, Map.of());
  }

  private static String cut(String text, int codePoints) {
    return text.codePointCount(0, text.length()) <= codePoints
        ? text
        : text.substring(0, text.offsetByCodePoints(0, codePoints));
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
