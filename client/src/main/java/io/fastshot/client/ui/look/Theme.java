package io.fastshot.client.ui.look;

import java.util.Arrays;
import java.util.Locale;

/** Which theme the user asks for. */
public enum Theme {
  LIGHT("Light"),
  DARK("Dark"),
  SYSTEM("As the System");

  private final String title;

  Theme(String title) {
    this.title = title;
  }

  /** The name in the menu. */
  public String title() {
    return title;
  }

  /** The name in the settings file. */
  public String settingsName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The theme of a settings name; {@link #SYSTEM} for anything else. */
  public static Theme ofSettingsName(String name) {
    return Arrays.stream(values())
        .filter(theme -> theme.settingsName().equals(name))
        .findFirst()
        .orElse(SYSTEM);
  }
}
