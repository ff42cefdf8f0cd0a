package io.fastshot.client.data.catalog;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A search: words that must all occur in a session's name, description, tags, class, color or file
 * name, whatever their case and accents.
 */
public final class SessionQuery {
  private final List<String> words;

  private SessionQuery(List<String> words) {
    this.words = words;
  }

  /**
   * Reads a search.
   *
   * @param text words between white space; none matches everything
   */
  public static SessionQuery parse(String text) {
    return new SessionQuery(
        Arrays.stream(text.split("\\s+"))
            .filter(word -> !word.isEmpty())
            .map(SessionQuery::fold)
            .distinct()
            .toList());
  }

  /** Whether every session matches. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether a session matches. */
  public boolean matches(IndexRow row) {
    return words.isEmpty() || matches(textOf(row));
  }

  /**
   * Whether a session matches whose text was prepared; for lists that are filtered at each key
   * stroke.
   *
   * @param foldedText from {@link #textOf}
   */
  public boolean matches(String foldedText) {
    for (String word : words) {
      if (!foldedText.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** The text of a session that is searched, without case and accents. */
  public static String textOf(IndexRow row) {
    SessionFields fields = row.meta().fields();
    return fold(
        String.join(
            "\n",
            fields.name(),
            fields.desc(),
            String.join("\n", fields.tags()),
            fields.sessionClass(),
            fields.color(),
            row.id().filename()));
  }

  private static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) >= 0x80) {
        return Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
      }
    }
    return lower;
  }
}
