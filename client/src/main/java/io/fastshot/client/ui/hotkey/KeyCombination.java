package io.fastshot.client.ui.hotkey;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A key with modifiers that can be asked for everywhere: F1 to F12, a letter or a digit. Written as
 * Swing writes keys, {@code "shift F6"}.
 *
 * @param modifiers what is held down; a letter or a digit needs Ctrl, Alt or Meta, else it could
 *     not be typed any more
 * @param key {@code "F1"} to {@code "F12"}, {@code "A"} to {@code "Z"} or {@code "0"} to {@code
 *     "9"}
 */
public record KeyCombination(Set<Modifier> modifiers, String key) {

  /** A key that is held down, in the order in which they are written. */
  public enum Modifier {
    CTRL,
    ALT,
    META,
    SHIFT
  }

  private static final Pattern FUNCTION_KEY = Pattern.compile("F([1-9]|1[0-2])");
  private static final Pattern TYPED_KEY = Pattern.compile("[A-Z0-9]");
  private static final Set<Modifier> THAT_TYPE_NOTHING =
      EnumSet.of(Modifier.CTRL, Modifier.ALT, Modifier.META);

  /** What every system has it by. */
  public static final KeyCombination SHIFT_F6 =
      new KeyCombination(EnumSet.of(Modifier.SHIFT), "F6");

  /** What the original has on macOS, where F6 belongs to the keyboard's light. */
  public static final KeyCombination CTRL_SHIFT_6 =
      new KeyCombination(EnumSet.of(Modifier.CTRL, Modifier.SHIFT), "6");

  /** Checks and copies. */
  public KeyCombination {
    modifiers = Set.copyOf(modifiers);
    boolean typed = TYPED_KEY.matcher(key).matches();
    if (!typed && !FUNCTION_KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not F1 to F12, a letter or a digit: " + key);
    }
    if (typed && modifiers.stream().noneMatch(THAT_TYPE_NOTHING::contains)) {
      throw new IllegalArgumentException("could not be typed any more: " + key);
    }
  }

  /** The combinations of a system if the person has chosen none. */
  public static List<KeyCombination> usual(boolean mac) {
    return mac ? List.of(CTRL_SHIFT_6, SHIFT_F6) : List.of(SHIFT_F6);
  }

  /** Reads what {@link #toString} writes, in any case and with {@code +} too; empty if none. */
  public static Optional<KeyCombination> of(String text) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    String[] words = text.strip().toUpperCase(Locale.ROOT).split("[ +]+", -1);
    try {
      for (int i = 0; i < words.length - 1; i++) {
        modifiers.add(Modifier.valueOf(words[i].equals("CONTROL") ? "CTRL" : words[i]));
      }
      return Optional.of(new KeyCombination(modifiers, words[words.length - 1]));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  boolean has(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  /** Whether it is one of F1 to F12. */
  boolean isFunctionKey() {
    return key.length() > 1;
  }

  /** The number of a function key. */
  int functionKey() {
    return Integer.parseInt(key.substring(1));
  }

  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    for (Modifier modifier : Modifier.values()) {
      if (has(modifier)) {
        words.add(modifier.name().toLowerCase(Locale.ROOT));
      }
    }
    words.add(key);
    return String.join(" ", words);
  }
}
