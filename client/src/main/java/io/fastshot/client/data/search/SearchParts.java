package io.fastshot.client.data.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The parts of a search that ask for values of fields, and the search with one more or one less.
 */
public final class SearchParts {
  private final String search;
  private final List<SearchToken> tokens;

  private SearchParts(String search) {
    this.search = search;
    this.tokens = SearchToken.of(search);
  }

  /** Those of a search. */
  public static SearchParts of(String search) {
    return new SearchParts(search);
  }

  /** What is asked for in a field, from left to right. */
  List<SearchToken> of(SearchField field) {
    return tokens.stream().filter(token -> token.isOf(field) && !token.value().isBlank()).toList();
  }

  /**
   * The search with a part added, or, if it has the part, without it. The opposite of the part
   * goes, and so does another time where a time is added: no session has two.
   *
   * @param value without quotation marks
   * @param negative whether sessions must not have it
   */
  public String toggled(SearchField field, String value, boolean negative) {
    String folded = Folding.fold(value);
    Predicate<SearchToken> same =
        token -> token.isOf(field) && Folding.fold(token.value()).equals(folded);
    if (tokens.stream().anyMatch(token -> same.test(token) && token.negative() == negative)) {
      return without(same);
    }
    Predicate<SearchToken> other =
        token -> field == SearchField.CREATED && token.isOf(field) && !token.negative();
    String rest = new SearchParts(without(negative ? same : same.or(other))).ready();
    return (rest.isEmpty() ? "" : rest + " ")
        + (negative ? "-" : "")
        + field.word()
        + ":"
        + SearchToken.quoted(value);
  }

  /** Without parts, and without the {@code or} that joined them to others. */
  private String without(Predicate<SearchToken> unwanted) {
    if (tokens.stream().noneMatch(unwanted)) {
      return search;
    }
    List<SearchToken> kept = new ArrayList<>();
    boolean removed = false;
    for (SearchToken token : tokens) {
      if (unwanted.test(token)) {
        removed = true;
      } else if (removed && token.isOr()) {
        removed = false;
      } else {
        if (removed && !kept.isEmpty() && kept.getLast().isOr()) {
          kept.removeLast();
        }
        removed = false;
        kept.add(token);
      }
    }
    if (removed && !kept.isEmpty() && kept.getLast().isOr()) {
      kept.removeLast();
    }
    return String.join(" ", kept.stream().map(this::written).toList());
  }

  private String written(SearchToken token) {
    return search.substring(token.start(), token.end());
  }

  /** Ready for one more part: what was not finished at the end is left out or closed. */
  private String ready() {
    if (tokens.isEmpty()) {
      return "";
    }
    SearchToken last = tokens.getLast();
    if (last.isOr() || last.isUnfinished()) {
      return search.substring(0, last.start()).stripTrailing();
    }
    return last.open() ? search + '"' : search.substring(0, last.end());
  }
}
