package io.fastshot.client.ui.look;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import javax.swing.KeyStroke;

/**
 * Keys as each system has them. A key is written as {@link KeyStroke#getKeyStroke(String)} takes
 * it, with {@code menu} for the key of menus: Ctrl, on macOS Command. {@code "menu shift C"} is
 * Ctrl+Shift+C there and ⇧⌘C here.
 */
public final class Keys {
  private static final String MENU = "menu";

  /** Words of keys whose code has another name. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("DELETE", "Del"),
          Map.entry("BACK_SPACE", "Backspace"),
          Map.entry("ESCAPE", "Esc"),
          Map.entry("PAGE_UP", "Page Up"),
          Map.entry("PAGE_DOWN", "Page Down"),
          Map.entry("PLUS", "+"),
          Map.entry("MINUS", "-"),
          Map.entry("EQUALS", "="),
          Map.entry("COMMA", ","),
          Map.entry("PERIOD", "."));

  /** The signs of macOS for modifiers, in the order in which it shows them. */
  private static final Map<String, String> MAC_SIGNS =
      Map.of("ctrl", "⌃", "alt", "⌥", "shift", "⇧", "meta", "⌘");

  private static final List<String> MAC_ORDER = List.of("ctrl", "alt", "shift", "meta");
  private static final List<String> ORDER = List.of("ctrl", "alt", "meta", "shift");

  private Keys() {}

  /**
   * The key stroke of a text such as {@code "menu U"}, {@code "F5"} or {@code "menu shift C"}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static KeyStroke stroke(String text) {
    return stroke(text, menuMask());
  }

  /** The same text as a person of this system reads it: {@code "Ctrl+U"}, on macOS {@code "⌘U"}. */
  public static String text(String text) {
    return text(text, menuMask());
  }

  /** What deletes the selected: Del, and on macOS the key that keyboards have in its place. */
  public static List<String> deleting() {
    return deleting(menuMask());
  }

  /** Whether the key of menus was held while the mouse or a key did this. */
  public static boolean isMenuDown(InputEvent event) {
    return (event.getModifiersEx() & menuMask()) != 0;
  }

  /** Whether this system's key of menus is Command. */
  public static boolean isMac() {
    return isMac(menuMask());
  }

  static KeyStroke stroke(String text, int menuMask) {
    KeyStroke stroke = KeyStroke.getKeyStroke(String.join(" ", words(text, menuMask)));
    if (stroke == null) {
      throw new IllegalArgumentException("not a key: " + text);
    }
    return stroke;
  }

  static String text(String text, int menuMask) {
    List<String> words = words(text, menuMask);
    String key = name(words.getLast());
    boolean mac = isMac(menuMask);
    StringJoiner shown = new StringJoiner(mac ? "" : "+");
    for (String modifier : mac ? MAC_ORDER : ORDER) {
      if (words.subList(0, words.size() - 1).contains(modifier)) {
        shown.add(mac ? MAC_SIGNS.get(modifier) : capitalized(modifier));
      }
    }
    return shown.add(key).toString();
  }

  static List<String> deleting(int menuMask) {
    return isMac(menuMask) ? List.of("DELETE", "BACK_SPACE") : List.of("DELETE");
  }

  private static List<String> words(String text, int menuMask) {
    String menu = isMac(menuMask) ? "meta" : "ctrl";
    return List.of(text.strip().split(" +", -1)).stream()
        .map(word -> word.equals(MENU) ? menu : word)
        .toList();
  }

  private static String name(String code) {
    String name = NAMES.get(code);
    if (name != null) {
      return name;
    }
    return code.matches("F\\d+|.") ? code : capitalized(code);
  }

  private static String capitalized(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  private static boolean isMac(int menuMask) {
    return menuMask == InputEvent.META_DOWN_MASK;
  }

  private static int menuMask() {
    return GraphicsEnvironment.isHeadless()
        ? InputEvent.CTRL_DOWN_MASK
        : Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
  }
}
