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

  private final IndexRow row;
  private volatile @Nullable String text;
  private volatile @Nullable List<String> tags;

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
}
