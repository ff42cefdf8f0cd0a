package io.fastshot.client.cli.text;

import io.fastshot.client.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of text in aligned columns, cut to the width of the terminal at the end of each line. */
public final class Table {
  private static final String GAP = "  ";

  /** A column takes no more than this, but for the last one. */
  private static final int MAX_COLUMN = 48;

  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... titles) {
    rows.add(List.of(titles));
  }

  public void add(String... cells) {
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(PlainText.oneLine(cell));
    }
    rows.add(row);
  }

  /**
   * The lines.
   *
   * @param width of the terminal in columns
   */
  Stream<String> lines(int width) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], Math.min(MAX_COLUMN, TextWidth.of(row.get(i))));
      }
    }
    return rows.stream().map(row -> TextWidth.cut(line(row, widths), width));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    int last = row.size() - 1;
    for (int i = 0; i < last; i++) {
      line.append(TextWidth.pad(TextWidth.cut(row.get(i), widths[i]), widths[i])).append(GAP);
    }
    return line.append(row.get(last)).toString().stripTrailing();
  }

  public void print(Console console) {
    lines(TerminalWidth.of(console)).forEach(console.out()::println);
  }
}
