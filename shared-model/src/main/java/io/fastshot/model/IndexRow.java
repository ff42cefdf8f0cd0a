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

  /** All tags of a row together, in code points. */
  public static final int MAX_ALL_TAGS_CODE_POINTS = 1_000;

  private static final int STAMP_DIGITS = 14;

  private static final TextLimits LIMITS =
      new TextLimits(
          MAX_DESC_CODE_POINTS,
          MAX_DESC_CODE_POINTS,
          MAX_TAGS,
          MAX_TAG_CODE_POINTS,
          MAX_ALL_TAGS_CODE_POINTS);

  public IndexRow {
    other = Frozen.map(other);
    if (rev < 0) {
      throw new IllegalArgumentException("rev is negative: " + rev);
    }
  }

  /**
   * The row of a session, its texts cut where they are too long, so that one strange file does not
   * make everybody's list large: name, description, class and what is wrong with the file to {@link
   * #MAX_DESC_CODE_POINTS} code points; tags to the first {@link #MAX_TAGS} of {@link
   * #MAX_TAG_CODE_POINTS} each and {@link #MAX_ALL_TAGS_CODE_POINTS} together.
   *
   * @param meta with the whole texts
   * @param rev the version of the index that the row is made for
   */
  public static IndexRow of(SessionMeta meta, long rev) {
    SessionFields whole = meta.fields();
    SessionFields cut = LIMITS.cut(whole);
    SessionMeta cutMeta =
        new SessionMeta(
            meta.id(),
            cut,
            meta.fileSizeBytes(),
            meta.checksum(),
            meta.src(),
            meta.thumbnail(),
            TextLimits.cutOrNull(meta.degraded(), MAX_DESC_CODE_POINTS));
    return new IndexRow(cutMeta, !cut.equals(whole), rev, Map.of());
  }

  /** Which session. */
  public SessionId id() {
    return meta.id();
  }

  /** The same row touched by another version of the index. */
  public IndexRow withRev(long newRev) {
    return new IndexRow(meta, descCut, newRev, other);
  }

  /**
   * When the session was made, local time as {@code yyyy-MM-ddTHH:mm:ss[...]}: as its file says,
   * else as the first 14 digits of its name do; empty if neither does. Such texts sort by time.
   */
  public String created() {
    String said = meta.fields().createdAt();
    if (said != null && !said.isBlank()) {
      return said;
    }
    String base = meta.id().base();
    boolean stamped =
        base.length() >= STAMP_DIGITS
            && base.chars().limit(STAMP_DIGITS).allMatch(c -> c >= '0' && c <= '9');
    return stamped
        ? base.substring(0, 4)
            + '-'
            + base.substring(4, 6)
            + '-'
            + base.substring(6, 8)
            + 'T'
            + base.substring(8, 10)
            + ':'
            + base.substring(10, 12)
            + ':'
            + base.substring(12, STAMP_DIGITS)
        : "";
  }
}
