package io.fastshot.client.ui.actions;

import io.fastshot.client.data.trash.PurgeOutcome;
import io.fastshot.client.data.trash.TrashEntry;
import io.fastshot.client.data.trash.TrashListing;
import io.fastshot.client.data.trash.UndoOutcome;
import io.fastshot.client.text.PlainText;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.status.Notice;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.table.AbstractTableModel;
import org.jspecify.annotations.Nullable;

/**
 * Recently deleted: lists what anybody has deleted from the library, last deleted first, and takes
 * sessions back.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class TrashDialog extends JDialog {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 12;
  private static final Dimension SIZE = new Dimension(680, 360);

  private final transient ActionContext context;
  private final Entries entries = new Entries();
  private final JTable table = new JTable(entries);
  private final JLabel state = TextGate.label("Reading the list…");
  private final JButton restore = TextGate.button("Restore");
  private final JButton purge = TextGate.button("Delete for Good…");

  /** Shows nothing before {@link #ask()}. */
  public TrashDialog(@Nullable Window owner, ActionContext context) {
    super(owner, "Recently Deleted", ModalityType.MODELESS);
    this.context = context;
    setName("trash");
    table.setName("trash.sessions");
    table.getAccessibleContext().setAccessibleName("Recently deleted sessions");
    table.setDefaultRenderer(Object.class, TextGate.cells());
    table.getSelectionModel().addListSelectionListener(_ -> enableButton());
    state.setName("trash.state");
    restore.setName("trash.restore");
    restore.addActionListener(_ -> restore());
    purge.setName("trash.purge");
    purge.addActionListener(_ -> purge());
    enableButton();
    JScrollPane scroll = new JScrollPane(table);
    scroll.setPreferredSize(SIZE);
    JPanel foot = new JPanel(new BorderLayout());
    foot.add(state, BorderLayout.CENTER);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
    buttons.add(purge);
    buttons.add(Box.createHorizontalStrut(PAD / 2));
    buttons.add(restore);
    foot.add(buttons, BorderLayout.LINE_END);
    JPanel content = new JPanel(new BorderLayout(0, PAD));
    content.setBorder(BorderFactory.createEmptyBorder(PAD, PAD, PAD, PAD));
    content.add(scroll, BorderLayout.CENTER);
    content.add(foot, BorderLayout.SOUTH);
    setContentPane(content);
    getRootPane()
        .registerKeyboardAction(
            _ -> dispose(),
            KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    pack();
    setLocationRelativeTo(owner);
  }

  /** Shows the dialog, and in it the list when the library has answered. */
  public void ask() {
    Edt.require();
    setVisible(true);
    context
        .tasks()
        .run(
            context.library()::trash,
            this::show,
            failure -> TextGate.text(state, "The list cannot be read: " + Texts.reason(failure)));
  }

  private void show(TrashListing listing) {
    switch (listing) {
      case TrashListing.Listed(List<TrashEntry> listed) -> {
        entries.replace(listed);
        TextGate.text(
            state, listed.isEmpty() ? "Nothing was deleted." : Texts.sessions(listed.size()));
      }
      case TrashListing.Failed(var failure) ->
          TextGate.text(state, "The list cannot be read: " + failure.reason());
    }
  }

  private void enableButton() {
    restore.setEnabled(table.getSelectedRowCount() > 0);
    purge.setEnabled(table.getSelectedRowCount() > 0);
  }

  private void restore() {
    List<TrashEntry> chosen = chosen();
    dispose();
    for (TrashEntry entry : chosen) {
      context
          .tasks()
          .run(
              () -> context.library().undoDelete(entry),
              outcome -> restored(entry, outcome),
              failure -> say(entry, "was not restored: " + Texts.reason(failure), true));
    }
  }

  private List<TrashEntry> chosen() {
    return Arrays.stream(table.getSelectedRows()).mapToObj(entries.rows::get).toList();
  }

  private void purge() {
    List<TrashEntry> chosen = chosen();
    boolean sure =
        TextGate.confirm(
            this,
            "Delete "
                + Texts.sessions(chosen.size())
                + " for good? They go for everybody, and Fastshot cannot take them back. Only a"
                + " bucket that keeps versions has them for a while yet.",
            "Delete for Good");
    if (sure) {
      table.clearSelection();
      for (TrashEntry entry : chosen) {
        context
            .tasks()
            .run(
                () -> context.library().purge(entry),
                outcome -> purged(entry, outcome),
                failure -> say(entry, "was not deleted: " + Texts.reason(failure), true));
      }
    }
  }

  private void purged(TrashEntry entry, PurgeOutcome outcome) {
    switch (outcome) {
      case PurgeOutcome.Purged _ -> entries.remove(entry);
      case PurgeOutcome.AlreadyGone _ -> entries.remove(entry);
      case PurgeOutcome.Changed(var _, String reason) -> say(entry, reason, true);
      case PurgeOutcome.Failed(var failure) ->
          say(entry, "was not deleted: " + failure.reason(), true);
    }
    TextGate.text(
        state,
        entries.rows.isEmpty() ? "Nothing was deleted." : Texts.sessions(entries.rows.size()));
  }

  private void restored(TrashEntry entry, UndoOutcome outcome) {
    switch (outcome) {
      case UndoOutcome.Restored _ -> say(entry, "is restored.", false);
      case UndoOutcome.NameTaken(var _, String reason) -> say(entry, reason, true);
      case UndoOutcome.Expired(var _, String reason) -> say(entry, reason, true);
      case UndoOutcome.Failed(var failure) ->
          say(entry, "was not restored: " + failure.reason(), true);
    }
    context.refresh().run();
  }

  private void say(TrashEntry entry, String what, boolean problem) {
    String key = "restore " + entry.id();
    String text = "“" + Texts.shortened(entry.id().filename(), 60) + "” " + what;
    context.notices().show(problem ? Notice.problem(key, text) : Notice.done(key, text));
  }

  /** The entries as a table. */
  private static final class Entries extends AbstractTableModel {
    private static final long serialVersionUID = 1L;
    private static final List<String> TITLES = List.of("File", "Size", "Deleted");

    private transient List<TrashEntry> rows = List.of();

    void replace(List<TrashEntry> next) {
      rows = next;
      fireTableDataChanged();
    }

    void remove(TrashEntry entry) {
      replace(rows.stream().filter(other -> !other.equals(entry)).toList());
    }

    @Override
    public int getRowCount() {
      return rows.size();
    }

    @Override
    public int getColumnCount() {
      return TITLES.size();
    }

    @Override
    public String getColumnName(int column) {
      return TITLES.get(column);
    }

    @Override
    public Object getValueAt(int row, int column) {
      TrashEntry entry = rows.get(row);
      return switch (column) {
        case 0 -> PlainText.oneLine(entry.id().filename());
        case 1 -> Texts.bytes(entry.sizeBytes());
        default -> Texts.moment(entry.deletedAt(), Instant.EPOCH, ZoneId.systemDefault());
      };
    }
  }
}
