package io.fastshot.client.ui.preview;

import io.fastshot.client.ui.catalog.RowState;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.model.IndexRow;
import java.awt.FlowLayout;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.Box;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** Open, Download and Delete for the selected sessions; Cancel while one of them moves. */
public final class PreviewButtons extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int ICON = 14;
  private static final int GAP = 6;

  private final JButton open = button("Open", "open", Glyph.OPEN);
  private final JButton download = button("Download", "download", Glyph.DOWNLOAD);
  private final JButton delete = button("Delete", "delete", Glyph.DELETE);
  private final JButton cancel = button("Cancel", "cancel", Glyph.CLOSE);
  private transient List<IndexRow> rows = List.of();

  /** What the buttons do with sessions; on the event thread. */
  public interface Wishes {
    /** Show their images. */
    void open(List<IndexRow> sessions);

    /** Bring their files to this machine. */
    void download(List<IndexRow> sessions);

    /** Move them to the trash. */
    void delete(List<IndexRow> sessions);

    /** Stop their uploads and downloads. */
    void cancel(List<IndexRow> sessions);
  }

  PreviewButtons(Wishes wishes) {
    super(new FlowLayout(FlowLayout.LEADING, 0, 0));
    setOpaque(false);
    wire(open, wishes::open);
    wire(download, wishes::download);
    wire(delete, wishes::delete);
    wire(cancel, wishes::cancel);
  }

  private static JButton button(String title, String name, Glyph glyph) {
    Icon icon = glyph.icon(ICON);
    JButton button = TextGate.button(title, icon);
    button.setName("preview." + name);
    return button;
  }

  private void wire(JButton button, Consumer<List<IndexRow>> wish) {
    button.addActionListener(_ -> wish.accept(rows));
    if (getComponentCount() > 0) {
      add(Box.createHorizontalStrut(GAP));
    }
    add(button);
  }

  /**
   * Enables what can be done.
   *
   * @param state of the session if exactly one is selected
   */
  void enable(List<IndexRow> selection, @Nullable RowState state) {
    rows = selection;
    boolean busy = state != null && state.kind() == RowState.Kind.WORKING;
    setVisible(!rows.isEmpty());
    open.setEnabled(!busy);
    download.setEnabled(!busy && (state == null || state.kind() != RowState.Kind.LOCAL));
    delete.setEnabled(!busy);
    cancel.setVisible(busy && state != null && state.cancellable());
    download.setVisible(!cancel.isVisible());
  }
}
