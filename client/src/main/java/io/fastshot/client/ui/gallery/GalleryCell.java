package io.fastshot.client.ui.gallery;

import io.fastshot.client.ui.catalog.RowState;
import io.fastshot.client.ui.catalog.RowTexts;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.look.Look;
import io.fastshot.client.ui.table.RowStates;
import io.fastshot.client.ui.table.StateIcons;
import io.fastshot.client.ui.thumbs.PictureIcon;
import io.fastshot.client.ui.thumbs.Thumbnails;
import io.fastshot.model.IndexRow;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/** A session in the gallery: its picture, its name, and a line with its state, images and size. */
final class GalleryCell extends JPanel implements ListCellRenderer<IndexRow> {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 8;
  private static final int GAP = 4;

  private final transient RowStates states;
  private final transient Thumbnails thumbnails;
  private final JLabel picture = new JLabel();
  private final JLabel name = TextGate.label(" ");
  private final JLabel line = TextGate.label(" ");
  private transient PictureSize size;

  GalleryCell(RowStates states, Thumbnails thumbnails, PictureSize size) {
    super(new BorderLayout(0, GAP));
    this.states = states;
    this.thumbnails = thumbnails;
    this.size = size;
    picture.setHorizontalAlignment(JLabel.CENTER);
    name.setHorizontalAlignment(JLabel.CENTER);
    line.setHorizontalAlignment(JLabel.CENTER);
    JPanel texts = new JPanel(new BorderLayout());
    texts.setOpaque(false);
    texts.add(name, BorderLayout.NORTH);
    texts.add(line, BorderLayout.SOUTH);
    add(picture, BorderLayout.CENTER);
    add(texts, BorderLayout.SOUTH);
    setBorder(BorderFactory.createEmptyBorder(PAD, PAD, PAD, PAD));
  }

  void size(PictureSize next) {
    size = next;
  }

  /** How large every cell is. */
  Dimension cellSize() {
    name.setFont(Look.font(Font.PLAIN, 1));
    line.setFont(Look.font(Font.PLAIN, 0.9f));
    TextGate.text(name, "Ag中");
    TextGate.text(line, "Ag中");
    int texts = name.getPreferredSize().height + line.getPreferredSize().height;
    return new Dimension(size.width() + 2 * PAD, size.height() + 2 * PAD + GAP + texts);
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends IndexRow> list, IndexRow row, int index, boolean selected, boolean focused) {
    RowState state = states.of(row);
    Color back = selected ? list.getSelectionBackground() : list.getBackground();
    Color front = selected ? list.getSelectionForeground() : list.getForeground();
    setBackground(back);
    picture.setIcon(
        new PictureIcon(thumbnails.get(row), size.width(), size.height(), Look.dimmed()));
    name.setFont(Look.font(Font.PLAIN, 1));
    name.setForeground(front);
    TextGate.text(name, RowTexts.title(row));
    line.setFont(Look.font(Font.PLAIN, 0.9f));
    line.setForeground(selected ? front : Look.dimmed());
    line.setIcon(icon(state.kind(), selected));
    TextGate.text(line, line(row, state));
    setBorder(border(focused));
    TextGate.tip(this, tip(row, state));
    getAccessibleContext().setAccessibleName(RowTexts.title(row) + ", " + state.text());
    return this;
  }

  private static @Nullable Icon icon(RowState.Kind kind, boolean selected) {
    if (kind == RowState.Kind.CLOUD) {
      return null; // most are
    }
    return selected ? StateIcons.onSelection(kind) : StateIcons.of(kind);
  }

  private static String line(IndexRow row, RowState state) {
    if (state.kind() == RowState.Kind.WORKING || state.kind() == RowState.Kind.DEGRADED) {
      return state.text();
    }
    return Texts.count(row.meta().fields().imageCount(), "image", "images")
        + " · "
        + Texts.bytes(row.meta().fileSizeBytes());
  }

  private static String tip(IndexRow row, RowState state) {
    String tags = RowTexts.tags(row);
    return RowTexts.title(row)
        + "\n"
        + RowTexts.created(row)
        + (tags.isEmpty() ? "" : "\n" + tags)
        + "\n"
        + state.detail();
  }

  private static javax.swing.border.Border border(boolean focused) {
    Color ring = UIManager.getColor("Component.focusColor");
    return focused && ring != null
        ? BorderFactory.createCompoundBorder(
            BorderFactory.createLineBorder(ring, 1),
            BorderFactory.createEmptyBorder(PAD - 1, PAD - 1, PAD - 1, PAD - 1))
        : BorderFactory.createEmptyBorder(PAD, PAD, PAD, PAD);
  }
}
