package io.fastshot.client.ui.search;

import io.fastshot.client.data.search.SearchMistake;
import io.fastshot.client.data.search.SessionSearch;
import io.fastshot.client.ui.look.Look;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Shape;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.Timer;
import javax.swing.text.BadLocationException;
import javax.swing.text.JTextComponent;

/** Underlines what means nothing in a search, when the person pauses: unfinished is not wrong. */
final class SearchMarks {
  private static final int PAUSE_MS = 700;
  private static final int WAVE = 2;

  private final JTextComponent box;
  private final Consumer<String> mistakes;
  private final Timer pause;

  SearchMarks(JTextComponent box, Consumer<String> mistakes) {
    this.box = box;
    this.mistakes = mistakes;
    this.pause = new Timer(PAUSE_MS, _ -> mark());
    pause.setRepeats(false);
  }

  /** The text changed: what was marked may be right now. */
  void typed() {
    box.getHighlighter().removeAllHighlights();
    mistakes.accept("");
    pause.restart();
  }

  private void mark() {
    List<SearchMistake> found =
        SessionSearch.parse(box.getText()).mistakes().stream()
            .filter(mistake -> !isBeingTyped(mistake))
            .toList();
    for (SearchMistake mistake : found) {
      try {
        box.getHighlighter().addHighlight(mistake.start(), mistake.end(), SearchMarks::paint);
      } catch (BadLocationException e) {
        throw new IllegalStateException(e); // the text was parsed just now
      }
    }
    mistakes.accept(
        found.stream()
            .map(mistake -> sentence(mistake.message()))
            .distinct()
            .collect(Collectors.joining(" · ")));
  }

  /** A field whose value is still to come, before the caret: what can come is offered below. */
  private boolean isBeingTyped(SearchMistake mistake) {
    return mistake.end() == box.getCaretPosition()
        && box.getText().charAt(mistake.end() - 1) == ':'
        && box.isFocusOwner();
  }

  private static String sentence(String message) {
    return Character.toUpperCase(message.charAt(0)) + message.substring(1);
  }

  /** A wave below the text. */
  private static void paint(
      Graphics graphics, int start, int end, Shape bounds, JTextComponent box) {
    try {
      Rectangle from = box.modelToView2D(start).getBounds();
      Rectangle to = box.modelToView2D(end).getBounds();
      graphics.setColor(Look.warning());
      int y = from.y + from.height - 1;
      for (int x = from.x; x < to.x; x += 2 * WAVE) {
        graphics.drawLine(x, y, x + WAVE, y - WAVE);
        graphics.drawLine(x + WAVE, y - WAVE, x + 2 * WAVE, y);
      }
    } catch (BadLocationException e) {
      throw new IllegalStateException(e); // highlights move with the text
    }
  }
}
