package io.fastshot.client.data.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a search between white space.
 *
 * @param start of the part in the search
 * @param end behind its last character
 * @param negative whether a minus stands before it
 * @param field what stands before its colon; null if it has none
 * @param valueStart where the value begins, its quotation mark included
 * @param value without quotation marks
 * @param quoted whether a quotation mark stands in it
 * @param open whether a quotation mark has no partner
 */
record SearchToken(
    int start,
    int end,
    boolean negative,
    @Nullable String field,
    int valueStart,
    String value,
    boolean quoted,
    boolean open) {

  private static final Pattern FIELD = Pattern.compile("\\p{Alpha}+:");

  /** The parts of a search, from left to right. */
  static List<SearchToken> of(String text) {
    List<SearchToken> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        SearchToken token = at(text, at);
        tokens.add(token);
        at = token.end;
      }
    }
    return tokens;
  }

  private static SearchToken at(String text, int start) {
    boolean negative =
        text.charAt(start) == '-'
            && start + 1 < text.length()
            && !Character.isWhitespace(text.charAt(start + 1));
    int at = negative ? start + 1 : start;
    Matcher field = FIELD.matcher(text).region(at, text.length());
    String name = null;
    if (field.lookingAt()) {
      name = text.substring(at, field.end() - 1);
      at = field.end();
    }
    int valueStart = at;
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    boolean open = false;
    while (at < text.length() && (open || !Character.isWhitespace(text.charAt(at)))) {
      if (text.charAt(at) == '"') {
        open = !open;
        quoted = true;
      } else {
        value.append(text.charAt(at));
      }
      at++;
    }
    return new SearchToken(start, at, negative, name, valueStart, value.toString(), quoted, open);
  }

  /** Whether it joins the parts beside it. */
  boolean isOr() {
    return field == null && !quoted && !negative && value.toLowerCase(Locale.ROOT).equals("or");
  }

  /** Whether it asks for something in a field. */
  boolean isOf(SearchField asked) {
    return field != null && SearchField.of(field).filter(asked::equals).isPresent();
  }

  /** Whether it is a field whose value is still to be typed. */
  boolean isUnfinished() {
    return field != null && value.isEmpty() && !quoted;
  }

  /** A value as it is written in a search. */
  static String quoted(String value) {
    return value.chars().anyMatch(Character::isWhitespace) ? '"' + value + '"' : value;
  }
}
