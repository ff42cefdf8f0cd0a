package io.fastshot.client.ui;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.shell.Actions;
import io.fastshot.client.ui.shell.Deeds;
import io.fastshot.client.ui.shell.Tab;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTabbedPane;
import org.jspecify.annotations.Nullable;

/** The tabs of the window; the actions, the top bar and the keyboard follow the shown one. */
final class Tabs {
  private final JTabbedPane pane = new JTabbedPane();
  private final List<Tab> tabs = new ArrayList<>();
  private final Actions actions;
  private final TopBar top;
  private @Nullable Tab last;

  Tabs(Actions actions, TopBar top) {
    this.actions = actions;
    this.top = top;
    pane.setName("tabs");
    pane.getAccessibleContext().setAccessibleName("Tabs");
    pane.addChangeListener(_ -> shown());
  }

  JTabbedPane pane() {
    return pane;
  }

  /** Adds a tab at the end; the first is shown. */
  void add(Tab tab) {
    tabs.add(tab);
    TextGate.tab(pane, tab.title(), tab.content());
    if (tabs.size() == 1) {
      shown(); // the pane told of it before the tab was known
    }
  }

  /** Puts what the window does for all tabs into the table of actions. */
  void fill(Deeds window) {
    window
        .put(UserAction.NEXT_TAB, () -> step(1), () -> tabs.size() > 1)
        .put(UserAction.PREVIOUS_TAB, () -> step(-1), () -> tabs.size() > 1);
  }

  private void step(int by) {
    pane.setSelectedIndex(Math.floorMod(pane.getSelectedIndex() + by, tabs.size()));
  }

  /** Shows a tab. */
  void show(Tab tab) {
    pane.setSelectedIndex(tabs.indexOf(tab));
  }

  private void shown() {
    if (last != null) {
      last.hidden();
    }
    int index = pane.getSelectedIndex();
    if (index >= 0 && index < tabs.size()) {
      Tab tab = tabs.get(index);
      last = tab;
      top.show(tab.head());
      actions.show(tab.deeds());
      tab.shown();
    }
  }

  /** The window closes. */
  void close() {
    tabs.forEach(Tab::close);
  }
}
