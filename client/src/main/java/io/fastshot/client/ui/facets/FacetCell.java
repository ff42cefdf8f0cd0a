package io.fastshot.client.ui.facets;

import io.fastshot.client.data.search.FacetValue;
import io.fastshot.client.data.search.FacetValue.Mark;
import io.fastshot.client.data.search.SearchField;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.look.Dot;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Keys;
import io.fastshot.client.ui.look.Look;
import io.fastshot.client.ui.look.SessionColor;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.util.Locale;
import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;

/** A value with its count; what the search asks for is marked by color and by a sign. */
final class FacetCell extends JPanel implements ListCellRenderer<FacetValue> {
  private static final long serialVersionUID = 1L;
  private static final int SIGN = 12;
  private static final int INDENT = 14;
  private static final int YEAR_DIGITS = 4;

  /** Held for a click; on macOS Ctrl-click opens menus. */
  private static final String HELD = Keys.isMac() ? "Command" : "Ctrl";

  private static final Icon CHOSEN = Glyph.CHECK.icon(SIGN);
  private static final Icon EXCLUDED = Glyph.MINUS.icon(SIGN);

  private final JLabel sign = new JLabel();
  private final JLabel text = TextGate.label("");
  private final JLabel count = TextGate.label("");

  FacetCell() {
    super(new BorderLayout(6, 0));
    sign.setPreferredSize(new Dimension(SIGN, SIGN));
    text.setMinimumSize(new Dimension(0, 0));
    add(sign, BorderLayout.LINE_START);
    add(text, BorderLayout.CENTER);
    add(count, BorderLayout.LINE_END);
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends FacetValue> list,
      FacetValue value,
      int index,
      boolean selected,
      boolean focused) {
    boolean chosen = value.mark() == Mark.CHOSEN;
    Color front = chosen ? UIManager.getColor("List.selectionForeground") : list.getForeground();
    setOpaque(chosen);
    setBackground(UIManager.getColor("List.selectionBackground"));
    text.setFont(list.getFont());
    count.setFont(list.getFont());
    text.setForeground(value.mark() == Mark.EXCLUDED ? Look.dimmed() : front);
    count.setForeground(chosen ? front : Look.dimmed());
    sign.setForeground(front);
    sign.setIcon(
        switch (value.mark()) {
          case NONE -> null;
          case CHOSEN -> CHOSEN;
          case EXCLUDED -> EXCLUDED;
        });
    text.setIcon(dot(value).orElse(null));
    TextGate.text(text, value.text());
    TextGate.text(
        count,
        value.mark() == Mark.EXCLUDED
            ? "not"
            : String.format(Locale.ENGLISH, "%,d", value.count()));
    boolean month = value.field() == SearchField.CREATED && value.text().length() > YEAR_DIGITS;
    setBorder(CompactList.border(focused, chosen ? front : Look.accent(), month ? INDENT : 0));
    TextGate.tip(
        this, value.text() + "\nClick to search for it, " + HELD + "-click for all without it");
    getAccessibleContext().setAccessibleName(spoken(value));
    return this;
  }

  private static Optional<Icon> dot(FacetValue value) {
    return value.field() == SearchField.COLOR
        ? SessionColor.of(value.text()).map(color -> new Dot(color.shown()))
        : Optional.empty();
  }

  /** What a screen reader says. */
  private static String spoken(FacetValue value) {
    String said = value.text() + ", " + Texts.sessions(value.count());
    return switch (value.mark()) {
      case NONE -> said;
      case CHOSEN -> said + ", chosen";
      case EXCLUDED -> said + ", excluded";
    };
  }
}
