package io.fastshot.client.ui;

import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.look.Look;
import io.fastshot.client.ui.look.SystemTheme;
import io.fastshot.client.ui.look.Theme;
import io.fastshot.client.ui.settings.SettingsTab;
import javax.swing.ButtonGroup;
import javax.swing.JMenu;
import javax.swing.JRadioButtonMenuItem;

/**
 * Applies the theme that the person chose. For "as the system" the window opens in the desktop's
 * last known theme and follows when the desktop has answered.
 */
final class ThemeControl {
  /** What the person chose, as {@link Theme#settingsName()}. */
  static final String THEME = "theme";

  private static final String SYSTEM_DARK = "system.dark";

  private final UiSettings settings;
  private final Tasks tasks;

  ThemeControl(UiSettings settings, Tasks tasks) {
    this.settings = settings;
    this.tasks = tasks;
  }

  /** Applies the remembered theme; on the event thread, before the first window. */
  void start() {
    Theme theme = chosen();
    boolean systemDark = Boolean.parseBoolean(settings.get(SYSTEM_DARK).orElse("false"));
    Look.apply(theme == Theme.DARK || (theme == Theme.SYSTEM && systemDark));
    if (theme == Theme.SYSTEM) {
      askSystem();
    }
  }

  /** The theme that the person chose. */
  Theme chosen() {
    return Theme.ofSettingsName(settings.get(THEME).orElse(""));
  }

  /** For who lets a person choose. */
  SettingsTab.Themes access() {
    return new SettingsTab.Themes(this::chosen, this::choose);
  }

  /** A menu of the themes. */
  JMenu menu() {
    JMenu menu = TextGate.menu("Theme");
    menu.setName("menu.Theme");
    ButtonGroup group = new ButtonGroup();
    for (Theme theme : Theme.values()) {
      JRadioButtonMenuItem item = TextGate.choice(theme.title(), theme == chosen());
      item.setName("theme." + theme.settingsName());
      item.addActionListener(_ -> choose(theme));
      group.add(item);
      menu.add(item);
    }
    return menu;
  }

  /** Applies and remembers a theme. */
  void choose(Theme theme) {
    settings.put(THEME, theme.settingsName());
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
          if (chosen() == Theme.SYSTEM && Look.isDark() != dark) {
            Look.apply(dark);
          }
        },
        failure ->
            System.getLogger(ThemeControl.class.getName())
                .log(System.Logger.Level.DEBUG, "the desktop's theme is not known", failure));
  }
}
