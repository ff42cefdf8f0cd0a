package io.fastshot.client.ui.preview;

import io.fastshot.client.ui.catalog.RowState;
import io.fastshot.client.ui.catalog.RowTexts;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.look.Look;
import io.fastshot.client.ui.table.RowStates;
import io.fastshot.client.ui.table.StateIcons;
import io.fastshot.client.ui.thumbs.PictureIcon;
import io.fastshot.client.ui.thumbs.Thumbnails;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.Point;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of the selected session: picture, state, fields, description, and why it
 * is degraded if it is. Of several selected sessions it says how many and how large.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class PreviewPanel extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 14;
  private static final int PICTURE_WIDTH = 300;
  private static final int PICTURE_HEIGHT = 200;

  private final transient RowStates states;
  private final transient Thumbnails thumbnails;
  private final transient Details details;
  private final JLabel picture = new JLabel();
  private final JTextArea title = new JTextArea();
  private final JLabel state = new JLabel();
  private final JTextArea problem = new JTextArea();
  private final FieldGrid fields = new FieldGrid();
  private final DescriptionText description = new DescriptionText();
  private final PreviewButtons buttons;
  private final JScrollPane scroll;
  private transient List<IndexRow> shown = List.of();

  /** Reads the whole description of a session whose row has only its start. */
  @FunctionalInterface
  public interface Details {

    /**
     * Asks for all that is known; returns at once.
     *
     * @param then called on the event thread; not at all if nothing more can be had
     */
    void load(IndexRow row, Consumer<SessionMeta> then);
  }

  /** Shows nothing selected. */
  public PreviewPanel(
      RowStates states, Thumbnails thumbnails, Details details, PreviewButtons buttons) {
    super(new BorderLayout());
    this.states = states;
    this.thumbnails = thumbnails;
    this.details = details;
    this.buttons = buttons;
    setName("preview");
    getAccessibleContext().setAccessibleName("Preview");
    name(picture, "preview.picture", "Thumbnail");
    name(title, "preview.title", "Name");
    name(state, "preview.state", "State");
    name(problem, "preview.problem", "Why it is degraded");
    scroll =
        PreviewLayout.of(picture, List.of(title, state, problem, buttons, fields, description));
    add(scroll);
    setBorder(BorderFactory.createEmptyBorder(PAD, PAD, PAD, PAD));
    thumbnails.listen(this::pictureCame);
    show(List.of());
  }

  private static void name(javax.swing.JComponent component, String name, String accessibleName) {
    component.setName(name);
    component.getAccessibleContext().setAccessibleName(accessibleName);
  }

  /** Shows the selected sessions. */
  public void show(List<IndexRow> selection) {
    Edt.require();
    boolean same = selection.equals(shown);
    shown = List.copyOf(selection);
    if (shown.size() == 1) {
      if (!same) {
        showFields(shown.getFirst(), shown.getFirst().meta().fields());
        loadWhole(shown.getFirst());
      }
      showState(shown.getFirst());
    } else {
      showSummary();
    }
    buttons.setVisible(!shown.isEmpty());
    if (!same) {
      scroll.getViewport().setViewPosition(new Point());
    }
    revalidate();
    repaint();
  }

  /** Shows the state of a session anew, if it is the one shown. */
  public void activityChanged(SessionId id) {
    if (shown.size() == 1 && shown.getFirst().id().equals(id)) {
      showState(shown.getFirst());
    }
  }

  private void loadWhole(IndexRow row) {
    if (row.descCut()) {
      details.load(
          row,
          meta -> {
            if (shown.size() == 1 && shown.getFirst().equals(row)) {
              showFields(row, meta.fields());
            }
          });
    }
  }

  private void showSummary() {
    picture.setVisible(false);
    problem.setVisible(false);
    state.setVisible(!shown.isEmpty());
    state.setIcon(null);
    fields.clear();
    description.setVisible(false);
    title.setFont(Look.font(Font.BOLD, 1.1f));
    if (shown.isEmpty()) {
      TextGate.text(title, "No session selected");
    } else {
      long bytes = shown.stream().mapToLong(row -> row.meta().fileSizeBytes()).sum();
      TextGate.text(title, Texts.sessions(shown.size()) + " selected");
      TextGate.text(state, Texts.bytes(bytes));
    }
  }

  private void showState(IndexRow row) {
    RowState now = states.of(row);
    state.setVisible(true);
    state.setIcon(StateIcons.of(now.kind()));
    TextGate.text(state, now.text());
    TextGate.tip(state, now.detail());
    String degraded = row.meta().degraded();
    problem.setVisible(degraded != null);
    TextGate.text(problem, degraded == null ? "" : RowState.problem(degraded));
    problem.setForeground(Look.warning());
    showPicture(row);
  }

  private void showPicture(IndexRow row) {
    picture.setVisible(true);
    picture.setIcon(
        new PictureIcon(thumbnails.get(row), PICTURE_WIDTH, PICTURE_HEIGHT, Look.dimmed()));
  }

  private void showFields(IndexRow row, SessionFields of) {
    title.setFont(Look.font(Font.BOLD, 1.25f));
    TextGate.text(title, RowTexts.title(row));
    fields.clear();
    fields.add("Tags", RowTexts.tags(row));
    fields.add("Color", of.color());
    fields.add("Class", of.sessionClass());
    fields.add("Images", Integer.toString(of.imageCount()));
    fields.add("Size", Texts.bytes(row.meta().fileSizeBytes()));
    fields.add("Created", createdInFull(row));
    fields.add("File", row.id().filename());
    fields.add("Checksum", checksum(row.meta()));
    fields.add("Version", version(row.meta()));
    description.setVisible(!of.desc().isBlank());
    description.show(of.desc());
  }

  private static String createdInFull(IndexRow row) {
    String createdAt = row.meta().fields().createdAt();
    return createdAt == null ? RowTexts.created(row) : createdAt.replace('T', ' ');
  }

  /** The ETag of the object that was read; a file of this machine has none. */
  private static String version(SessionMeta meta) {
    return meta.src() == null || !meta.src().startsWith("\"") ? "" : meta.src();
  }

  private static String checksum(SessionMeta meta) {
    return meta.checksum() == null ? "" : meta.checksum().toString();
  }

  private void pictureCame(@Nullable SessionId id) {
    if (shown.size() == 1 && shown.getFirst().id().equals(id)) {
      showPicture(shown.getFirst());
    }
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (buttons != null) {
      List<IndexRow> again = shown;
      shown = List.of();
      // Colors and fonts of the new theme reach the fields when all components have it.
      Edt.later(() -> show(again));
    }
  }
}
