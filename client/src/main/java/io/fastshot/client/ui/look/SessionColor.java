package io.fastshot.client.ui.look;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The colors that a session can be marked with, readable on light and dark. */
public enum SessionColor {
  BLUE(0x2F7DD1, 0x5AA2EE),
  RED(0xD03A35, 0xEF6A64),
  GREEN(0x2F9A48, 0x5CC274),
  YELLOW(0xD9A400, 0xF2CB4B),
  PURPLE(0x8B4FC4, 0xB584E3),
  ORANGE(0xE07A1F, 0xF59E52),
  PINK(0xD6498F, 0xF082B6),
  GRAY(0x808488, 0xA4A8AC);

  private final Color light;
  private final Color dark;

  SessionColor(int light, int dark) {
    this.light = new Color(light);
    this.dark = new Color(dark);
  }

  /** The color as the present theme shows it. */
  public Color shown() {
    return Look.isDark() ? dark : light;
  }

  /** The color of a session file's word; empty for a word that is none of ours. */
  public static Optional<SessionColor> of(String word) {
    String name = word.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(color -> color.name().equals(name)).findFirst();
  }
}
