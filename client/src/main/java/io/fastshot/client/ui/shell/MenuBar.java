package io.fastshot.client.ui.shell;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Keys;
import java.util.List;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;

/** The menu bar and the context menu, made of the table of actions. */
public final class MenuBar {
  private static final int FOCUSED = JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT;

  /** Plus is Shift and = on many keyboards, and a key of its own in the block of digits. */
  private static final Map<UserAction, List<String>> ALSO =
      Map.of(
          UserAction.LARGER, List.of("menu EQUALS", "menu shift EQUALS", "menu ADD"),
          UserAction.SMALLER, List.of("menu SUBTRACT"));

  private final Actions actions;

  /** Menus of these actions. */
  public MenuBar(Actions actions) {
    this.actions = actions;
  }

  /**
   * The menu bar.
   *
   * @param more further items at the end of a menu, by its title
   */
  public JMenuBar bar(Map<String, List<JMenuItem>> more) {
    JMenuBar bar = new JMenuBar();
    bar.getAccessibleContext().setAccessibleName("Menu");
    for (MenuPlan plan : MenuPlan.all()) {
      JMenu menu = TextGate.menu(plan.title());
      menu.setMnemonic(plan.mnemonic());
      menu.setName("menu." + plan.title());
      fill(menu.getPopupMenu(), plan.sections(), true);
      List<JMenuItem> items = more.getOrDefault(plan.title(), List.of());
      if (!items.isEmpty()) {
        menu.addSeparator();
        items.forEach(menu::add);
      }
      bar.add(menu);
    }
    return bar;
  }

  /** The context menu of a list of sessions. */
  public JPopupMenu context() {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("context");
    fill(menu, MenuPlan.SELECTION, false);
    return menu;
  }

  /** The context menu of the list of transfers. */
  public JPopupMenu transfersContext() {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("transfers.context");
    fill(menu, MenuPlan.TRANSFER, false);
    menu.addSeparator();
    fill(menu, List.of(List.of(UserAction.CANCEL_TRANSFER)), false);
    return menu;
  }

  /** The same actions by keys that other keyboards have in the place of those in the menus. */
  public void bindAlso(JComponent root) {
    ALSO.forEach((action, keys) -> {
      root.getActionMap().put(action, actions.of(action));
      keys.forEach(
          key -> root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(Keys.stroke(key), action));
    });
  }

  /** The keys of a list of sessions: elsewhere they belong to text fields and buttons. */
  public void bindListKeys(JComponent list) {
    for (UserAction action : UserAction.values()) {
      if (action.isOfList()) {
        list.getActionMap().put(action, actions.of(action));
        keys(action).forEach(key -> list.getInputMap(FOCUSED).put(Keys.stroke(key), action));
      }
    }
  }

  private static List<String> keys(UserAction action) {
    return action == UserAction.DELETE ? Keys.deleting() : List.of(action.key());
  }

  private void fill(JPopupMenu menu, List<List<UserAction>> sections, boolean keys) {
    ButtonGroup choices = new ButtonGroup();
    for (List<UserAction> section : sections) {
      if (menu.getComponentCount() > 0) {
        menu.addSeparator();
      }
      for (UserAction action : section) {
        JMenuItem item = item(action, choices);
        if (keys && !action.isOfList() && !action.key().isEmpty()) {
          KeyStroke stroke = Keys.stroke(action.key());
          item.setAccelerator(stroke);
        }
        menu.add(item);
      }
    }
  }

  private JMenuItem item(UserAction action, ButtonGroup choices) {
    JMenuItem item;
    if (MenuPlan.SWITCHES.contains(action)) {
      item = TextGate.check(action.title(), actions.of(action));
    } else if (MenuPlan.CHOICES.contains(action)) {
      item = TextGate.choice(action.title(), actions.of(action));
      choices.add(item);
    } else {
      item = TextGate.item(action.title(), actions.of(action));
    }
    item.setName("item." + action.title().replace("…", ""));
    TextGate.tip(item, null);
    return item;
  }
}
