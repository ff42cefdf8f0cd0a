package io.fastshot.client.text;

import java.util.regex.Pattern;

/** Makes texts of strangers fit to be shown, in a terminal and in a window alike. */
public final class PlainText {
  /**
   * Marks, embeddings, overrides and isolates of direction: each can make what stands beside a name
   * read backwards. The letters of a Hebrew or Arabic name have their direction without them.
   */
  private static final Pattern DIRECTIONS =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern WHITE = Pattern.compile("[\\s\\x85\\u2028\\u2029]+");
  private static final Pattern BREAK = Pattern.compile("\\R|\\t");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final Pattern CONTROL_IN_LINES = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  /** Half of a pair, which no encoding has: U+FFFD takes its place, as in the index. */
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private PlainText() {}

  /**
   * One line, for a cell or a sentence: any white space is one blank, none at the ends; no control
   * characters (C0, DEL and C1), no changes of direction.
   */
  public static String oneLine(String text) {
    return shown(WHITE.matcher(text).replaceAll(" ")).strip();
  }

  /** As {@link #oneLine}, with the blanks as they are: for a line that was laid out already. */
  public static String line(String text) {
    return shown(BREAK.matcher(text).replaceAll(" "));
  }

  /** Several lines: ends of lines and tabs stay. */
  public static String lines(String text) {
    String unix = text.replace("\r\n", "\n");
    return CONTROL_IN_LINES.matcher(directed(unix)).replaceAll("?");
  }

  private static String shown(String text) {
    return CONTROL.matcher(directed(text)).replaceAll("?");
  }

  private static String directed(String text) {
    return HALF.matcher(DIRECTIONS.matcher(text).replaceAll("")).replaceAll("\uFFFD");
  }

  /** Whether a terminal may take the character for an order, or for a change of direction. */
  public static boolean isHarmful(char c) {
    return Character.isISOControl(c)
        || c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
