package io.fastshot.client.ui.status;

import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.ui.catalog.CatalogListener;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.catalog.Connection;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.catalog.SortOrder;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import io.fastshot.model.RebuildState;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.time.InstantSource;
import java.time.ZoneId;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

/**
 * The line at the foot of the window: what is shown and as of when, whether the library is reached,
 * the rebuild that runs (anybody's), and the two buttons that ask for one.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class StatusBar extends JPanel implements CatalogListener {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 12;
  private static final int ICON = 14;
  private static final Icon WARNING = Glyph.WARNING.icon(ICON, Look::warning);

  private final transient CatalogModel catalog;
  private final transient InstantSource clock;
  private final JLabel summary = TextGate.label(" ");
  private final JButton retry = TextGate.button("Retry");
  private final JProgressBar progress = new JProgressBar();
  private final JButton cancel = TextGate.button("Cancel Rebuild");
  private transient ShownRows shown = ShownRows.none();
  private String late = "";
  private final JPanel rebuild = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 0));

  /** What the buttons do; on the event thread. */
  public interface Wishes {
    /** Ask the library now. */
    void refresh();

    /** Ask whether to rebuild, and do so. */
    void rebuild(RebuildState.Mode mode);

    /** Cancel the rebuild that runs. */
    void cancelRebuild();
  }

  /** Shows the catalog as it is and as it changes. */
  public StatusBar(CatalogModel catalog, InstantSource clock, Wishes wishes) {
    super(new BorderLayout(PAD, 0));
    this.catalog = catalog;
    this.clock = clock;
    setName("status");
    getAccessibleContext().setAccessibleName("Status");
    summary.setName("summary");
    retry.setName("retry");
    retry.addActionListener(_ -> wishes.refresh());
    cancel.setName("cancelRebuild");
    cancel.addActionListener(_ -> wishes.cancelRebuild());
    progress.setName("rebuildProgress");
    progress.setStringPainted(true);
    progress.getAccessibleContext().setAccessibleName("Progress of the rebuild");
    rebuild.add(progress);
    rebuild.add(cancel);
    setBorder(BorderFactory.createEmptyBorder(6, PAD, 6, PAD));
    add(left(), BorderLayout.CENTER);
    add(buttons(wishes), BorderLayout.LINE_END);
    catalog.listen(this);
    statusChanged();
  }

  private JPanel left() {
    JPanel left = new JPanel();
    left.setLayout(new BoxLayout(left, BoxLayout.X_AXIS));
    left.add(summary);
    left.add(Box.createHorizontalStrut(PAD));
    left.add(retry);
    left.add(rebuild);
    left.add(Box.createHorizontalGlue());
    return left;
  }

  private static JPanel buttons(Wishes wishes) {
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
    JButton all = TextGate.button("Rebuild All Indexes");
    all.setName("rebuildAll");
    TextGate.tip(all, "Reads every session file's head anew and rebuilds every index from it");
    all.addActionListener(_ -> wishes.rebuild(RebuildState.Mode.ALL));
    JButton overall = TextGate.button("Rebuild Overall List");
    overall.setName("rebuildOverall");
    TextGate.tip(overall, "Rebuilds the list from the sessions' own indexes; reads few files");
    overall.addActionListener(_ -> wishes.rebuild(RebuildState.Mode.OVERALL));
    buttons.add(all);
    buttons.add(overall);
    return buttons;
  }

  /** Says how many rows the search leaves. */
  public void shown(ShownRows rows) {
    Edt.require();
    shown = rows;
    late = "";
    statusChanged();
  }

  /** Says that other rows than those shown were asked for, and are not there yet. */
  public void late(SortOrder order, String query) {
    Edt.require();
    late = StatusTexts.late(shown, order, query);
    statusChanged();
  }

  @Override
  public void rowsChanged() {
    statusChanged();
  }

  @Override
  public void activityChanged(io.fastshot.model.SessionId id) {
    statusChanged();
  }

  @Override
  public void statusChanged() {
    Edt.require();
    CatalogSnapshot snapshot = catalog.snapshot();
    Connection connection = catalog.connection();
    boolean well =
        connection instanceof Connection.UpToDate || connection instanceof Connection.Connecting;
    String text =
        StatusTexts.summary(
            snapshot,
            connection,
            catalog.waitingForIndex(),
            clock.instant(),
            ZoneId.systemDefault());
    TextGate.text(summary, rowsShown() + text);
    String reason = connection.reason();
    TextGate.tip(summary, reason);
    summary.setIcon(well ? null : WARNING);
    retry.setVisible(!well);
    TextGate.tip(retry, reason);
    showRebuild(snapshot.rebuild());
  }

  private String rowsShown() {
    String text = late;
    if (text.isEmpty() && !shown.query().isBlank()) {
      text = StatusTexts.shown(shown.rows().size(), catalog.rows().size());
    }
    return text.isEmpty() ? "" : text + " · ";
  }

  private void showRebuild(@org.jspecify.annotations.Nullable RebuildState state) {
    boolean running = state != null && state.isRunning();
    rebuild.setVisible(running);
    if (state != null && running) {
      progress.setMaximum(Math.max(1, state.parts()));
      progress.setValue(state.partsDone());
      progress.setString(StatusTexts.rebuild(state));
      int width = progress.getFontMetrics(progress.getFont()).stringWidth(progress.getString());
      progress.setPreferredSize(
          new java.awt.Dimension(width + 2 * PAD, cancel.getPreferredSize().height));
    }
  }
}
