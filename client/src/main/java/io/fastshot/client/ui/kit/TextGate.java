package io.fastshot.client.ui.kit;

import io.fastshot.client.text.PlainText;
import java.awt.Component;
import java.awt.Frame;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JRadioButton;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.JToggleButton;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/**
 * The only place that gives a component a text, constants too. Swing reads a text that begins with
 * {@code <html>} as a page, and fetches the pictures that it names: a stranger's session would
 * learn who looks at it. Here nothing is ever read as HTML, and no mark turns the direction of what
 * stands beside a name. A test of the architecture forbids the other ways.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class TextGate {
  private static final String NO_HTML = "html.disable";
  private static final int COLUMNS = 44;

  private TextGate() {}

  /** A label. */
  public static JLabel label(String text) {
    JLabel label = new JLabel();
    text(label, text);
    return label;
  }

  /** A label with a picture before its text. */
  public static JLabel label(String text, Icon icon) {
    JLabel label = label(text);
    label.setIcon(icon);
    label.setHorizontalAlignment(JLabel.LEADING);
    return label;
  }

  /** A button. */
  public static JButton button(String text) {
    return named(new JButton(), text);
  }

  /** A button with a picture before its text. */
  public static JButton button(String text, Icon icon) {
    JButton button = button(text);
    button.setIcon(icon);
    return button;
  }

  /** A button that stays pressed. */
  public static JToggleButton toggle(String text) {
    return named(new JToggleButton(), text);
  }

  /** A button with a picture in place of the action's name, that stays pressed. */
  public static JToggleButton toggle(Action action, Icon icon) {
    JToggleButton button = named(new JToggleButton(), "");
    button.setHideActionText(true);
    button.setAction(action);
    button.setIcon(icon);
    return button;
  }

  /** The same with an icon before the text. */
  public static JToggleButton toggle(String text, Icon icon) {
    JToggleButton button = toggle(text);
    button.setIcon(icon);
    return button;
  }

  /** A button that does an action. */
  public static JButton button(Action action, String text) {
    JButton button = new JButton();
    button.putClientProperty(NO_HTML, true);
    button.setAction(action);
    text(button, text);
    return button;
  }

  /** A button for an action, with a picture before its name. */
  public static JButton button(Action action, String text, Icon icon) {
    JButton button = button(action, text);
    button.setIcon(icon);
    return button;
  }

  /** A box to check. */
  public static JCheckBox checkBox(String text) {
    return named(new JCheckBox(), text);
  }

  /** One of several buttons of which one is chosen. */
  public static JRadioButton radio(String text) {
    return named(new JRadioButton(), text);
  }

  /** A menu. */
  public static JMenu menu(String text) {
    return named(new JMenu(), text);
  }

  /** An item of a menu. */
  public static JMenuItem item(String text, Action action) {
    return acting(new JMenuItem(), text, action);
  }

  /** One of several items of a menu. */
  public static JRadioButtonMenuItem choice(String text, boolean chosen) {
    JRadioButtonMenuItem item = named(new JRadioButtonMenuItem(), text);
    item.setSelected(chosen);
    return item;
  }

  /** An item of a menu that is on or off. */
  public static JCheckBoxMenuItem check(String text, boolean on) {
    JCheckBoxMenuItem item = named(new JCheckBoxMenuItem(), text);
    item.setSelected(on);
    return item;
  }

  /** An item of a menu that is on or off, as its action says. */
  public static JCheckBoxMenuItem check(String text, Action action) {
    return acting(new JCheckBoxMenuItem(), text, action);
  }

  /** One of several items of a menu; its action says whether it is the chosen one. */
  public static JRadioButtonMenuItem choice(String text, Action action) {
    return acting(new JRadioButtonMenuItem(), text, action);
  }

  private static <I extends JMenuItem> I acting(I item, String text, Action action) {
    item.putClientProperty(NO_HTML, true);
    item.setAction(action);
    text(item, text);
    return item;
  }

  /** Text in several lines that can be read only. */
  public static JTextArea area(String text) {
    JTextArea area = new JTextArea(PlainText.lines(text));
    area.setEditable(false);
    area.setOpaque(false);
    return area;
  }

  /** Text for a dialog, wrapped where it is too long for a line. */
  public static JTextArea paragraph(String text) {
    JTextArea area = area(text);
    area.setColumns(COLUMNS);
    area.setLineWrap(true);
    area.setWrapStyleWord(true);
    area.setFont(new JLabel().getFont());
    // It knows how high it is only for a width: else the dialog cuts off its own buttons.
    area.setSize(area.getPreferredSize().width, Short.MAX_VALUE);
    return area;
  }

  /** Cells of text. */
  public static DefaultTableCellRenderer cells() {
    DefaultTableCellRenderer cells = new DefaultTableCellRenderer();
    cells.putClientProperty(NO_HTML, true);
    return cells;
  }

  private static <B extends AbstractButton> B named(B button, String text) {
    text(button, text);
    return button;
  }

  /** Sets the text of a label, or of a cell. */
  public static void text(JLabel label, String text) {
    label.putClientProperty(NO_HTML, true);
    label.setText(line(text));
  }

  /** Sets the text of a button or an item of a menu. */
  public static void text(AbstractButton button, String text) {
    button.putClientProperty(NO_HTML, true);
    button.setText(line(text));
  }

  /** Sets a text of several lines; these are never read as HTML. */
  public static void text(JTextComponent area, String text) {
    area.setText(PlainText.lines(text));
  }

  /** Sets the tooltip; none if it is null or blank. */
  public static void tip(JComponent component, @Nullable String text) {
    component.setToolTipText(
        text == null || text.isBlank() ? null : Texts.tooltip(PlainText.lines(text)));
  }

  /** Adds a tab. */
  public static void tab(JTabbedPane pane, String text, JComponent content) {
    pane.putClientProperty(NO_HTML, true);
    pane.addTab(line(text), content);
  }

  /** Gives a tab another title. */
  public static void tabTitle(JTabbedPane pane, int index, String text) {
    pane.setTitleAt(index, line(text));
  }

  /** Sets the title of a window. */
  public static void title(Frame frame, String text) {
    frame.setTitle(PlainText.oneLine(text));
  }

  /** Shows something until the person closes it. */
  public static void show(Component owner, JComponent content, String title) {
    JOptionPane.showMessageDialog(owner, content, title, JOptionPane.PLAIN_MESSAGE);
  }

  /** Asks; false also if the question is closed. */
  public static boolean confirm(Component owner, String question, String title) {
    JTextArea text = paragraph(question);
    text.setName("question");
    return JOptionPane.showConfirmDialog(
            owner, text, title, JOptionPane.OK_CANCEL_OPTION, JOptionPane.PLAIN_MESSAGE)
        == JOptionPane.OK_OPTION;
  }

  /** Blanks at the ends keep their room: " " stands for a line without words. */
  private static String line(String text) {
    return PlainText.line(text);
  }
}
