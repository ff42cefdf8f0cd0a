package io.fastshot.client.ui;

import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.look.Look;
import io.fastshot.client.ui.look.SystemTheme;
import io.fastshot.client.ui.look.Theme;

/**
 * Applies the theme that the person chose. For "as the system" the window opens in the desktop's
 * last known theme and follows when the desktop has answered.
 */
final class ThemeControl {
  private static final String SYSTEM_DARK = "system.dark";

  private final UiSettings settings;
  private final Tasks tasks;

  ThemeControl(UiSettings settings, Tasks tasks) {
    this.settings = settings;
    this.tasks = tasks;
  }

  /** Applies the remembered theme; on the event thread, before the first window. */
  void start() {
    Theme theme = settings.theme();
    boolean systemDark = Boolean.parseBoolean(settings.get(SYSTEM_DARK).orElse("false"));
    Look.apply(theme == Theme.DARK || (theme == Theme.SYSTEM && systemDark));
    if (theme == Theme.SYSTEM) {
      askSystem();
    }
  }

  /** Applies and remembers a theme. */
  void choose(Theme theme) {
    settings.theme(theme);
    if (theme == Theme.SYSTEM) {
      askSystem();
    } else {
      Look.apply(theme == Theme.DARK);
    }
  }

  private void askSystem() {
    tasks.run(
        () -> SystemTheme.isDark().orElse(false),
        dark -> {
          settings.put(SYSTEM_DARK, dark.toString());
          if (settings.theme() == Theme.SYSTEM && Look.isDark() != dark) {
            Look.apply(dark);
          }
        },
        failure ->
            System.getLogger(ThemeControl.class.getName())
                .log(System.Logger.Level.DEBUG, "the desktop's theme is not known", failure));
  }
}
