package io.fastshot.client.ui;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Theme;
import io.fastshot.model.RebuildState;
import java.awt.event.ActionEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.KeyStroke;

/** The menu bar, the list's context menu, and their keys. */
final class Menus {

  /** What the menus do; on the event thread. */
  interface Wishes {
    void upload();

    void open();

    void download();

    void copyLinks();

    void delete();

    void cancelTransfer();

    void undo();

    void recentlyDeleted();

    void selectAll();

    void find();

    boolean areFiltersShown();

    void showFilters(boolean show);

    JMenuItem columns();

    void refresh();

    void rebuild(RebuildState.Mode mode);

    void theme(Theme theme);

    void help();

    void close();
  }

  private final Wishes wishes;

  Menus(Wishes wishes) {
    this.wishes = wishes;
  }

  JMenuBar bar(Theme theme) {
    JMenuBar bar = new JMenuBar();
    bar.getAccessibleContext().setAccessibleName("Menu");
    JMenu file = menu(bar, "File", 'F');
    file.add(item("Upload…", "ctrl U", wishes::upload));
    file.addSeparator();
    file.add(item("Open", "", wishes::open));
    file.add(item("Download", "ctrl D", wishes::download));
    file.add(item("Copy Links", "ctrl shift C", wishes::copyLinks));
    file.add(item("Delete", "", wishes::delete));
    file.addSeparator();
    file.add(item("Close", "ctrl W", wishes::close));
    JMenu edit = menu(bar, "Edit", 'E');
    edit.add(item("Undo Delete", "ctrl Z", wishes::undo));
    edit.add(item("Recently Deleted…", "", wishes::recentlyDeleted));
    edit.add(item("Select All", "", wishes::selectAll));
    edit.add(item("Find", "ctrl F", wishes::find));
    JMenu view = menu(bar, "View", 'V');
    view.add(item("Refresh", "F5", wishes::refresh));
    view.add(check("Filters", "F9", wishes.areFiltersShown(), wishes::showFilters));
    view.add(wishes.columns());
    view.addSeparator();
    themes(theme, wishes::theme).values().forEach(view::add);
    JMenu library = menu(bar, "Library", 'L');
    library.add(item("Rebuild All Indexes…", "", () -> wishes.rebuild(RebuildState.Mode.ALL)));
    library.add(item("Rebuild Overall List…", "", () -> wishes.rebuild(RebuildState.Mode.OVERALL)));
    JMenu help = menu(bar, "Help", 'H');
    help.add(item("Keys and Hotkey", "F1", wishes::help));
    return bar;
  }

  JPopupMenu context() {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("context");
    menu.add(item("Open", "", wishes::open));
    menu.add(item("Download", "", wishes::download));
    menu.add(item("Copy Links", "", wishes::copyLinks));
    menu.add(item("Cancel Transfer", "", wishes::cancelTransfer));
    menu.addSeparator();
    menu.add(item("Delete", "", wishes::delete));
    return menu;
  }

  /** Opens the selected sessions. */
  void open() {
    wishes.open();
  }

  /** The keys of the list itself, where they do not take keys from text fields. */
  void bindTableKeys(JComponent table) {
    bind(table, "ENTER", wishes::open);
    bind(table, "DELETE", wishes::delete);
  }

  private static void bind(JComponent table, String key, Runnable run) {
    table
        .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke(key), "fastshot " + key);
    table.getActionMap().put("fastshot " + key, action("", run));
  }

  private static JMenu menu(JMenuBar bar, String title, char mnemonic) {
    JMenu menu = TextGate.menu(title);
    menu.setMnemonic(mnemonic);
    menu.setName("menu." + title);
    bar.add(menu);
    return menu;
  }

  private static JMenuItem item(String title, String key, Runnable run) {
    JMenuItem item = TextGate.item(title, action(title, run));
    item.setName("item." + title.replace("…", ""));
    if (!key.isEmpty()) {
      item.setAccelerator(KeyStroke.getKeyStroke(key));
    }
    return item;
  }

  private static JMenuItem check(String title, String key, boolean on, Consumer<Boolean> set) {
    JCheckBoxMenuItem item = TextGate.check(title, on);
    item.setName("item." + title);
    item.setAccelerator(KeyStroke.getKeyStroke(key));
    item.addItemListener(_ -> set.accept(item.isSelected()));
    return item;
  }

  private static Map<Theme, JMenuItem> themes(Theme chosen, Consumer<Theme> choose) {
    Map<Theme, JMenuItem> items = new EnumMap<>(Theme.class);
    ButtonGroup group = new ButtonGroup();
    for (Theme theme : Theme.values()) {
      JRadioButtonMenuItem item = TextGate.choice(theme.title(), theme == chosen);
      item.setName("theme." + theme.settingsName());
      item.addActionListener(_ -> choose.accept(theme));
      group.add(item);
      items.put(theme, item);
    }
    return items;
  }

  private static AbstractAction action(String title, Runnable run) {
    return new AbstractAction(title) {
      private static final long serialVersionUID = 1L;

      @Override
      public void actionPerformed(ActionEvent event) {
        run.run();
      }
    };
  }
}
