package io.fastshot.container.json;

import io.fastshot.container.bytes.XorMask;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of the {@link Reasons} another legacy key may take away, and under which key they were
 * found: a row of the index that says so is read again once the key is another.
 */
public final class KeyReasons {
  private static final List<String> ALL =
      List.of(
          Reasons.KEY_MISSING,
          Reasons.KEY_WRONG,
          Reasons.KEY_NOT_NEEDED,
          Reasons.NOT_A_SESSION,
          Reasons.NOT_UTF8,
          Reasons.DAMAGED);

  private static final List<String> WANTING = List.of(Reasons.KEY_MISSING, Reasons.KEY_WRONG);

  private static final Pattern MARK =
      Pattern.compile(" \\(Read with the key #([0-9a-f]{4})\\.\\)$");

  private KeyReasons() {}

  /**
   * A reason with the sign of the key under which it was found; as it is if no key is set or none
   * changes anything.
   */
  public static String marked(String reason, XorMask key) {
    return !ALL.contains(reason) || key.isEmpty()
        ? reason
        : reason + " (Read with the key #" + key.fingerprint() + ".)";
  }

  /** The reason alone, for counting. */
  public static String unmarked(String reason) {
    return MARK.matcher(reason).replaceFirst("");
  }

  /**
   * Whether it was found under another key than this one, which may make the file readable.
   *
   * @param reason of an index row; null if its file can be read
   */
  public static boolean isOfAnotherKey(@Nullable String reason, XorMask key) {
    if (reason == null || !ALL.contains(unmarked(reason))) {
      return false;
    }
    var mark = MARK.matcher(reason);
    return !(mark.find() ? mark.group(1) : "").equals(key.fingerprint());
  }

  /**
   * Whether it says that the key does not fit the file: none, another, or one too many.
   *
   * @param reason of an index row; null if its file can be read
   */
  public static boolean isOfMisfit(@Nullable String reason) {
    return isWantOfKey(reason)
        || (reason != null && unmarked(reason).equals(Reasons.KEY_NOT_NEEDED));
  }

  /** Whether the right legacy key is what is missing, as far as can be told. */
  public static boolean isWantOfKey(@Nullable String reason) {
    return reason != null && WANTING.contains(unmarked(reason));
  }
}
