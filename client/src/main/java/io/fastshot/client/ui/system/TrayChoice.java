package io.fastshot.client.ui.system;

import io.fastshot.client.ui.kit.UiSettings;

/** Whether the program goes on in the tray when its window is closed. */
public interface TrayChoice {
  /** The choice; no if the person was never asked. */
  boolean staysInTray();

  /** Remembers it. */
  void stayInTray(boolean stay);

  /** The choice that the window's settings hold. */
  static TrayChoice in(UiSettings settings) {
    final String key = "tray.stay";
    return new TrayChoice() {
      @Override
      public boolean staysInTray() {
        return Boolean.parseBoolean(settings.get(key).orElse("false"));
      }

      @Override
      public void stayInTray(boolean stay) {
        settings.put(key, Boolean.toString(stay));
      }
    };
  }
}
