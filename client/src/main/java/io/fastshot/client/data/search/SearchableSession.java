package io.fastshot.client.data.search;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session with its folded texts, each made when it is first asked for: a key stroke in a search
 * over 100,000 sessions only compares.
 *
 * <p><b>Threads:</b> safe from any thread; two at once may fold the same text twice.
 */
public final class SearchableSession {
  private static final int STAMP_DIGITS = 14;

  private final IndexRow row;
  private volatile @Nullable String text;
  private volatile @Nullable List<String> tags;
  private volatile @Nullable String created;

  public SearchableSession(IndexRow row) {
    this.row = row;
  }

  /** The session's row. */
  public IndexRow row() {
    return row;
  }

  SessionFields fields() {
    return row.meta().fields();
  }

  /** Everything that words are looked for in, folded. */
  String text() {
    String known = text;
    if (known == null) {
      SessionFields fields = fields();
      known =
          Folding.fold(
              String.join(
                  "\n",
                  fields.name(),
                  fields.desc(),
                  String.join("\n", fields.tags()),
                  fields.sessionClass(),
                  fields.color(),
                  row.id().filename()));
      text = known;
    }
    return known;
  }

  /** The tags, folded, without empty ones. */
  List<String> tags() {
    List<String> known = tags;
    if (known == null) {
      known = fields().tags().stream().map(Folding::fold).filter(tag -> !tag.isBlank()).toList();
      tags = known;
    }
    return known;
  }

  /** {@code 2025-06-21T11:46:15}, as the file or its name says; empty if neither does. */
  String created() {
    String known = created;
    if (known == null) {
      known = created(row);
      created = known;
    }
    return known;
  }

  static String created(IndexRow row) {
    String said = row.meta().fields().createdAt();
    return said == null || said.isBlank() ? ofName(row.id().base()) : said;
  }

  private static String ofName(String base) {
    boolean stamped =
        base.length() >= STAMP_DIGITS
            && base.chars().limit(STAMP_DIGITS).allMatch(c -> c >= '0' && c <= '9');
    return stamped
        ? "%s-%s-%sT%s:%s:%s"
            .formatted(
                base.substring(0, 4),
                base.substring(4, 6),
                base.substring(6, 8),
                base.substring(8, 10),
                base.substring(10, 12),
                base.substring(12, 14))
        : "";
  }
}
