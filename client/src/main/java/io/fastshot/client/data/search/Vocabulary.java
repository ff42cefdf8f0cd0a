package io.fastshot.client.data.search;

import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @param text as it was written first
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
    Map<String, Word> tags = new LinkedHashMap<>();
    Map<String, Word> classes = new LinkedHashMap<>();
    Map<String, Word> colors = new LinkedHashMap<>();
    for (IndexRow row : rows) {
      SessionFields fields = row.meta().fields();
      Set<String> once = new HashSet<>();
      fields.tags().stream()
          .filter(tag -> once.add(Folding.fold(tag)))
          .forEach(tag -> count(tags, tag));
      count(classes, fields.sessionClass());
      count(colors, fields.color());
    }
    return new Vocabulary(often(tags), often(classes), often(colors));
  }

  private static void count(Map<String, Word> words, String text) {
    // A text with a quotation mark cannot be written in a search.
    if (!text.isBlank() && text.indexOf('"') < 0) {
      String folded = Folding.fold(text);
      Word known = words.get(folded);
      words.put(
          folded,
          known == null
              ? new Word(text, folded, 1)
              : new Word(known.text, folded, known.count + 1));
    }
  }

  private static List<Word> often(Map<String, Word> words) {
    return words.values().stream()
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
