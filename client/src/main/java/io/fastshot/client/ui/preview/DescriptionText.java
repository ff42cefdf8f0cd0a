package io.fastshot.client.ui.preview;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Look;
import java.awt.Font;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.JTextPane;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;

/**
 * A description with the simplest of Markdown: headings, bold, italics, lists. Everything else is
 * shown as it was written; nothing in it is ever run, loaded or followed.
 */
final class DescriptionText extends JTextPane {
  private static final long serialVersionUID = 1L;
  private static final Pattern HEADING = Pattern.compile("\\s{0,3}#{1,6}\\s+(.*?)\\s*#*\\s*");
  private static final Pattern ITEM = Pattern.compile("(\\s*)[-*+]\\s+(.*)");
  private static final Pattern SPAN =
      Pattern.compile(
          "\\*\\*(.+?)\\*\\*|__(.+?)__|(?<![\\w*])\\*(?=\\S)([^*]+?)(?<=\\S)\\*(?![\\w*])");
  private static final int HEADING_GROWTH = 1;

  DescriptionText() {
    setEditable(false);
    setOpaque(false);
    setBorder(null);
    setName("preview.description");
    getAccessibleContext().setAccessibleName("Description");
  }

  void show(String text) {
    setFont(Look.font(Font.PLAIN, 1));
    TextGate.text(this, "");
    try {
      boolean first = true;
      for (String line : text.strip().split("\\R", -1)) {
        if (!first) {
          append("\n", Font.PLAIN, 0);
        }
        line(line);
        first = false;
      }
    } catch (BadLocationException e) {
      throw new IllegalStateException("text was put behind the end", e);
    }
    setCaretPosition(0);
  }

  private void line(String line) throws BadLocationException {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      append(heading.group(1), Font.BOLD, HEADING_GROWTH);
      return;
    }
    Matcher item = ITEM.matcher(line);
    spans(item.matches() ? item.group(1) + "• " + item.group(2) : line);
  }

  private void spans(String line) throws BadLocationException {
    Matcher span = SPAN.matcher(line);
    int from = 0;
    while (span.find()) {
      append(line.substring(from, span.start()), Font.PLAIN, 0);
      if (span.group(3) != null) {
        append(span.group(3), Font.ITALIC, 0);
      } else {
        append(span.group(1) == null ? span.group(2) : span.group(1), Font.BOLD, 0);
      }
      from = span.end();
    }
    append(line.substring(from), Font.PLAIN, 0);
  }

  private void append(String text, int font, int growth) throws BadLocationException {
    SimpleAttributeSet style = new SimpleAttributeSet();
    StyleConstants.setBold(style, font == Font.BOLD);
    StyleConstants.setItalic(style, font == Font.ITALIC);
    StyleConstants.setFontSize(style, getFont().getSize() + growth);
    Document document = getDocument();
    document.insertString(document.getLength(), text, style);
  }
}
