package io.fastshot.client.data.search;

import io.fastshot.client.data.search.Conditions.WrongValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A search: parts that must all hold; parts joined by {@code or} are one, of which any must hold.
 *
 * <p>A part is a word or a "quoted text", looked for in name, description, tags, class, color and
 * file name, or a {@link SearchField} with a value; a minus before it asks for the opposite. Case,
 * accents and width do not count ({@link Folding}).
 *
 * <p>Every text is a search: what is no part of the language is a {@link SearchMistake}, and is
 * looked for as a text if it is a whole word, else left out until it is one.
 */
public final class SessionSearch {
  private final List<List<Condition>> all;
  private final List<SearchMistake> mistakes;

  private SessionSearch(List<List<Condition>> all, List<SearchMistake> mistakes) {
    this.all = List.copyOf(all);
    this.mistakes = List.copyOf(mistakes);
  }

  /** Reads a search. */
  public static SessionSearch parse(String text) {
    Parser parser = new Parser();
    SearchToken.of(text).forEach(parser::take);
    parser.end();
    return new SessionSearch(parser.all, parser.mistakes);
  }

  /** Whether every session matches. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** What means nothing, from left to right. */
  public List<SearchMistake> mistakes() {
    return mistakes;
  }

  /**
   * Whether a session matches.
   *
   * @param local whether its file is on this machine; asked only if that decides
   */
  public boolean matches(SearchableSession session, BooleanSupplier local) {
    for (List<Condition> any : all) {
      if (!holdsAny(any, session, local)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsAny(
      List<Condition> any, SearchableSession session, BooleanSupplier local) {
    for (Condition condition : any) {
      if (condition.holds(session, local)) {
        return true;
      }
    }
    return false;
  }

  private static final class Parser {
    private final List<List<Condition>> all = new ArrayList<>();
    private final List<SearchMistake> mistakes = new ArrayList<>();
    private Optional<SearchToken> or = Optional.empty();
    private boolean afterPart;

    void take(SearchToken token) {
      if (token.isOr()) {
        if (!afterPart) {
          mistake(token, "“or” stands between two parts; in quotation marks it is searched");
        }
        or = Optional.of(token);
        afterPart = false;
        return;
      }
      condition(token).ifPresent(condition -> add(token.negative() ? condition.not() : condition));
      or = Optional.empty();
      afterPart = true;
    }

    private void add(Condition condition) {
      if (or.isPresent() && !all.isEmpty()) {
        all.getLast().add(condition);
      } else {
        all.add(new ArrayList<>(List.of(condition)));
      }
    }

    void end() {
      or.filter(_ -> !afterPart && mistakes.isEmpty())
          .ifPresent(token -> mistake(token, "after “or” comes another part"));
    }

    private Optional<Condition> condition(SearchToken token) {
      if (token.open()) {
        mistake(token, "the quotation mark is not closed");
      }
      String name = token.field();
      if (name == null) {
        return token.value().isEmpty()
            ? Optional.empty()
            : Optional.of(Conditions.word(token.value()));
      }
      Optional<SearchField> field = SearchField.of(name);
      if (field.isEmpty()) {
        return Optional.of(unknown(token, name));
      }
      if (token.value().isEmpty() && !(token.quoted() && field.get() == SearchField.TAG)) {
        mistake(token, "after the colon comes a value: " + field.get().example());
        return Optional.empty();
      }
      try {
        return Optional.of(Conditions.of(field.get(), token.value()));
      } catch (WrongValueException e) {
        mistake(token, e.getMessage());
        return Optional.empty();
      }
    }

    private Condition unknown(SearchToken token, String name) {
      String nearest =
          SearchField.near(name).map(field -> "; did you mean " + field.word() + ":?").orElse("");
      mistake(
          token,
          "there is no field “%s:”%s In quotation marks it is searched as it stands"
              .formatted(name, nearest.isEmpty() ? "." : nearest));
      return Conditions.word(name + ":" + token.value());
    }

    private void mistake(SearchToken token, @org.jspecify.annotations.Nullable String message) {
      mistakes.add(new SearchMistake(token.start(), token.end(), String.valueOf(message)));
    }
  }
}
