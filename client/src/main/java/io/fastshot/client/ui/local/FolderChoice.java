package io.fastshot.client.ui.local;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JList;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** Which folder is shown; folders are added and removed here. */
final class FolderChoice extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int WIDTH = 260;
  private static final int ICON = 14;

  private final transient LocalPlaces places;
  private final transient Consumer<Path> onChoice;
  private final JComboBox<Path> folders = new JComboBox<>();
  private final JButton remove = new JButton(Glyph.MINUS.icon(ICON));
  private boolean filling;

  /**
   * @param onChoice called when another folder is chosen
   */
  FolderChoice(LocalPlaces places, Consumer<Path> onChoice) {
    super(new FlowLayout(FlowLayout.LEADING, 4, 0));
    this.places = places;
    this.onChoice = onChoice;
    folders.setName("local.folder");
    folders.getAccessibleContext().setAccessibleName("Folder");
    folders.setRenderer(new Names());
    folders.setPreferredSize(new Dimension(WIDTH, folders.getPreferredSize().height));
    folders.addActionListener(_ -> chosen());
    JButton add = new JButton(Glyph.PLUS.icon(ICON));
    flat(add, "local.add", "Add a folder");
    add.addActionListener(_ -> add());
    flat(remove, "local.remove", "Remove this folder from the list; its files stay");
    remove.addActionListener(_ -> remove());
    add(folders);
    add(add);
    add(remove);
    fill();
  }

  private static void flat(JButton button, String name, String tip) {
    button.setName(name);
    button.putClientProperty("JButton.buttonType", "toolBarButton");
    button.getAccessibleContext().setAccessibleName(tip);
    TextGate.tip(button, tip);
  }

  private void fill() {
    filling = true;
    folders.removeAllItems();
    places.all().forEach(folders::addItem);
    folders.setSelectedItem(places.chosen());
    filling = false;
    told();
  }

  private void chosen() {
    if (!filling && folders.getSelectedItem() instanceof Path folder) {
      places.choose(folder);
      told();
      onChoice.accept(folder);
    }
  }

  private void told() {
    Path folder = places.chosen();
    remove.setEnabled(places.canRemove(folder));
    TextGate.tip(folders, folder.toString());
  }

  private void add() {
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle("Add a Folder");
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    if (chooser.showDialog(this, "Add") == JFileChooser.APPROVE_OPTION) {
      add(chooser.getSelectedFile().toPath());
    }
  }

  /** Adds a folder and shows it. */
  void add(Path folder) {
    places.add(folder);
    fill();
    onChoice.accept(folder);
  }

  private void remove() {
    places.remove(places.chosen());
    fill();
    onChoice.accept(places.chosen());
  }

  /** Folders below the person's own are named from there. */
  private static final class Names extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
      super.getListCellRendererComponent(list, "", index, selected, focused);
      TextGate.text(this, value instanceof Path folder ? name(folder) : " ");
      return this;
    }

    private static String name(Path folder) {
      Path user = Path.of(System.getProperty("user.home"));
      return folder.startsWith(user) && !folder.equals(user)
          ? "~" + folder.getFileSystem().getSeparator() + user.relativize(folder)
          : folder.toString();
    }
  }
}
