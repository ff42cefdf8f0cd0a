package io.fastshot.container;

import io.fastshot.model.SessionId;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.IntPredicate;

/** File names as the original's cloud save makes them. */
public final class SessionNames {
  /** In code points, so that no character is cut in two. */
  private static final int MAX_NAME = 30;

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private SessionNames() {}

  /**
   * The file name of a new session: time, {@code _}, then the first 30 code points of the name; of
   * the description where the name is blank; {@code session} where both leave nothing.
   *
   * @param name letters and digits of any script, {@code _}, {@code -} and {@code .} stay; anything
   *     else becomes {@code _}
   * @param desc of which letters, digits, spaces, {@code -} and {@code _} stay, spaces as {@code _}
   * @param when local time; its seconds count
   * @return without any {@code /}; two sessions of one name in one second get the same file name
   */
  public static String filename(String name, String desc, LocalDateTime when) {
    return STAMP.format(when) + "_" + part(name.strip(), desc) + SessionId.SUFFIX;
  }

  private static String part(String name, String desc) {
    if (!name.isEmpty()) {
      return map(first(name), c -> isAlphanumeric(c) || "_-.".indexOf(c) >= 0, "_");
    }
    String kept = first(map(desc, c -> isAlphanumeric(c) || " -_".indexOf(c) >= 0, ""));
    return kept.isEmpty() ? "session" : kept.replace(' ', '_');
  }

  private static String first(String text) {
    return text.codePointCount(0, text.length()) <= MAX_NAME
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_NAME));
  }

  private static String map(String text, IntPredicate keep, String other) {
    StringBuilder mapped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (keep.test(c)) {
            mapped.appendCodePoint(c);
          } else {
            mapped.append(other);
          }
        });
    return mapped.toString();
  }

  /**
   * Python's {@code str.isalnum}: letters and numbers of any script, {@code ²} and {@code Ⅷ} too.
   */
  private static boolean isAlphanumeric(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.LETTER_NUMBER
        || Character.getType(codePoint) == Character.OTHER_NUMBER;
  }
}
