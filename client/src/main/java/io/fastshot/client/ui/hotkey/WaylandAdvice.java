package io.fastshot.client.ui.hotkey;

import io.fastshot.client.ui.hotkey.KeyCombination.Modifier;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What to do under Wayland, where no program may listen to keys of others: the desktop's own
 * settings bind the key to {@code fastshot show}. The portal GlobalShortcuts would do it too, but
 * its session ends with the D-Bus connection that began it, and the JDK has no D-Bus.
 *
 * @param environment of this process
 * @param properties of this JVM; {@code fastshot.launcher}, or {@code jpackage.app-path} of an
 *     installation, names the program that started it
 */
record WaylandAdvice(Map<String, String> environment, Properties properties) {
  private static final String REASON = "Under Wayland no program has keys everywhere";

  GlobalHotkey.State unavailable(KeyCombination keys) {
    String desktop = environment.getOrDefault("XDG_CURRENT_DESKTOP", "").toUpperCase(Locale.ROOT);
    if (desktop.contains("GNOME") || desktop.contains("UNITY")) {
      return new GlobalHotkey.State.Unavailable(REASON, gnome(keys));
    }
    if (desktop.contains("KDE")) {
      return new GlobalHotkey.State.Unavailable(REASON, plasma(keys));
    }
    return new GlobalHotkey.State.Unavailable(REASON, null);
  }

  /** Adds one to the list of keys that the person has made; the second time it changes nothing. */
  private String gnome(KeyCombination keys) {
    return """
    S=org.gnome.settings-daemon.plugins.media-keys
    P=/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings/fastshot/
    gsettings set $S.custom-keybinding:$P name Fastshot
    gsettings set $S.custom-keybinding:$P command %s
    gsettings set $S.custom-keybinding:$P binding '%s'
    L=$(gsettings get $S custom-keybindings)
    case "$L" in *"$P"*) ;; *"[]") L="['$P']" ;; *) L="${L%%]}, '$P']" ;; esac
    gsettings set $S custom-keybindings "$L"
    """
        .formatted(inShell(quoted(launcher()) + " show"), gtk(keys));
  }

  /** A hidden entry of the menu that has the key; Plasma reads both when the session begins. */
  private String plasma(KeyCombination keys) {
    return """
    D=${XDG_DATA_HOME:-$HOME/.local/share}/applications
    mkdir -p "$D"
    printf '%%s\\n' '[Desktop Entry]' Type=Application 'Name=Show Fastshot' NoDisplay=true %s >"$D/fastshot-show.desktop"
    kwriteconfig6 --file kglobalshortcutsrc --group services --group fastshot-show.desktop --key _launch '%s'
    echo 'Log out and in again.'
    """
        .formatted(inShell("Exec=" + quoted(launcher()) + " show"), qt(keys));
  }

  private String launcher() {
    String installed = properties.getProperty("jpackage.app-path", "fastshot");
    return properties.getProperty("fastshot.launcher", installed);
  }

  /** As both desktops take a command: in double quotes if it is more than one plain word. */
  private static String quoted(String program) {
    return program.matches("[\\w./+-]+")
        ? program
        : '"' + program.replaceAll("([\"`$\\\\])", "\\\\$1") + '"';
  }

  private static String inShell(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String gtk(KeyCombination keys) {
    return (keys.has(Modifier.CTRL) ? "<Control>" : "")
        + (keys.has(Modifier.ALT) ? "<Alt>" : "")
        + (keys.has(Modifier.META) ? "<Super>" : "")
        + (keys.has(Modifier.SHIFT) ? "<Shift>" : "")
        + (keys.isFunctionKey() ? keys.key() : keys.key().toLowerCase(Locale.ROOT));
  }

  private static String qt(KeyCombination keys) {
    return (keys.has(Modifier.META) ? "Meta+" : "")
        + (keys.has(Modifier.CTRL) ? "Ctrl+" : "")
        + (keys.has(Modifier.ALT) ? "Alt+" : "")
        + (keys.has(Modifier.SHIFT) ? "Shift+" : "")
        + keys.key();
  }
}
