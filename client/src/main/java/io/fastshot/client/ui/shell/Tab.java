package io.fastshot.client.ui.shell;

import javax.swing.JComponent;

/**
 * A tab of the window, which composes itself of its own parts.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public interface Tab {

  /** Another tab is shown now. */
  default void hidden() {}

  /** What stands on the tab. */
  String title();

  /** What fills the tab. */
  JComponent content();

  /** What stands at the top of the window while the tab is shown, beside the library's name. */
  JComponent head();

  /** What the tab does for the actions of the table. */
  Deeds deeds();

  /** The tab is shown now: take the keyboard, tick in the menus what is so here. */
  void shown();

  /** The window closes: remember what is to be remembered, and end what runs. */
  void close();
}
