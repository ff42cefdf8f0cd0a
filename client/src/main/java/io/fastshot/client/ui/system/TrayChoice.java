package io.fastshot.client.ui.system;

/** Whether the program goes on in the tray when its window is closed. */
public interface TrayChoice {
  /** The choice; no if the person was never asked. */
  boolean staysInTray();

  /** Remembers it. */
  void stayInTray(boolean stay);
}
