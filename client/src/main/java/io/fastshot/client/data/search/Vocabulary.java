package io.fastshot.client.data.search;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tags, classes and colors of a library, with the number of sessions that have each: what a
 * search is completed from.
 *
 * <p><b>Threads:</b> does not change; safe from any thread.
 */
public final class Vocabulary {
  private static final int MOST = 8;

  /** Fewer letters of a word would offer too much. */
  private static final int LEAST_LETTERS = 2;

  private final List<Word> tags;
  private final List<Word> classes;
  private final List<Word> colors;

  /**
   * A value that occurs.
   *
   * @param text as it is written
   * @param folded as it is compared
   * @param count in how many sessions
   */
  private record Word(String text, String folded, int count) {}

  private Vocabulary(List<Word> tags, List<Word> classes, List<Word> colors) {
    this.tags = tags;
    this.classes = classes;
    this.colors = colors;
  }

  /** That of these rows; takes some tenths of a second for 100,000. */
  public static Vocabulary of(List<IndexRow> rows) {
    FacetCounter tags = new FacetCounter();
    FacetCounter classes = new FacetCounter();
    FacetCounter colors = new FacetCounter();
    for (int i = 0; i < rows.size(); i++) {
      SessionFields fields = rows.get(i).meta().fields();
      for (String tag : fields.tags()) {
        tags.add(tag, i);
      }
      classes.add(fields.sessionClass(), i);
      colors.add(fields.color(), i);
    }
    return new Vocabulary(often(tags), often(classes), often(colors));
  }

  private static List<Word> often(FacetCounter counter) {
    return counter.counts().entrySet().stream()
        .map(
            entry -> new Word(entry.getValue().text(), entry.getKey(), entry.getValue().sessions()))
        .sorted(Comparator.comparingInt(Word::count).reversed().thenComparing(Word::folded))
        .toList();
  }

  /**
   * What the part of a search before the caret can go on to, the most frequent first, at most
   * {@value #MOST}; empty where it is complete.
   *
   * @param caret in the text, in UTF-16 units
   */
  public List<SearchCompletion> completions(String search, int caret) {
    return SearchToken.of(search.substring(0, caret)).stream()
        .filter(token -> token.end() == caret)
        .findFirst()
        .map(this::completions)
        .orElse(List.of());
  }

  private List<SearchCompletion> completions(SearchToken token) {
    String name = token.field();
    List<SearchCompletion> found = new ArrayList<>();
    if (name == null && !token.quoted()) {
      fields(token).forEach(found::add);
      if (token.value().length() >= LEAST_LETTERS) {
        words(token, SearchField.TAG).forEach(found::add);
        words(token, SearchField.CLASS).forEach(found::add);
      }
    } else if (name != null) {
      SearchField.of(name).ifPresent(field -> words(token, field).forEach(found::add));
    }
    return found.stream().limit(MOST).toList();
  }

  private static Stream<SearchCompletion> fields(SearchToken token) {
    String typed = Folding.fold(token.value());
    return Stream.of(SearchField.values())
        .filter(field -> !typed.isEmpty() && field.word().startsWith(typed))
        .map(field -> completion(token, field.word() + ":", field.meaning(), 0));
  }

  private Stream<SearchCompletion> words(SearchToken token, SearchField field) {
    String typed = Folding.fold(token.value());
    return of(field).stream()
        .filter(word -> word.folded.startsWith(typed))
        .filter(word -> token.field() == null || !word.folded.equals(typed))
        .map(word ->
            completion(
                token, field.word() + ":" + SearchToken.quoted(word.text) + " ", "", word.count));
  }

  private List<Word> of(SearchField field) {
    return switch (field) {
      case TAG -> tags;
      case CLASS -> classes;
      case COLOR -> colors;
      case IS ->
          List.of(
              new Word("local", "local", 0),
              new Word("cloud", "cloud", 0),
              new Word("degraded", "degraded", 0));
      default -> List.of();
    };
  }

  private static SearchCompletion completion(
      SearchToken token, String text, String meaning, int count) {
    String sign = token.negative() ? "-" : "";
    return new SearchCompletion(token.start(), token.end(), sign + text, meaning, count);
  }
}
