package io.fastshot.client.ui.catalog;

import io.fastshot.client.text.PlainText;
import io.fastshot.model.IndexRow;
import java.util.List;
import java.util.regex.Pattern;

/** What a row says in its cells. */
public final class RowTexts {
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?m)^\\s{0,3}(#{1,6}|[-*+>])\\s+|\\*\\*|__|`|(?<![\\w*])\\*(?=\\S)|(?<=\\S)\\*(?![\\w*])");
  private static final int MINUTES = "yyyy-MM-ddTHH:mm".length();

  private RowTexts() {}

  /** Whether the session has a name of its own. */
  public static boolean isNamed(IndexRow row) {
    return row.meta().degraded() == null && !row.meta().fields().name().isBlank();
  }

  /** The name, or the file name of a session without one; in one line. */
  public static String title(IndexRow row) {
    return isNamed(row)
        ? PlainText.oneLine(row.meta().fields().name())
        : PlainText.oneLine(row.id().filename());
  }

  /** The description in one line, without the marks of Markdown. */
  public static String description(IndexRow row) {
    String plain = PlainText.oneLine(MARKUP.matcher(row.meta().fields().desc()).replaceAll(""));
    return row.descCut() ? plain + "…" : plain;
  }

  /** The tags, without empty ones, parted by commas. */
  public static String tags(IndexRow row) {
    return String.join(", ", tagList(row));
  }

  /** The tags, without empty ones. */
  public static List<String> tagList(IndexRow row) {
    return row.meta().fields().tags().stream()
        .map(PlainText::oneLine)
        .filter(tag -> !tag.isEmpty())
        .toList();
  }

  /** "2025-06-21 11:46"; empty if neither the session nor its file name says when. */
  public static String created(IndexRow row) {
    String key = row.created();
    return key.length() < MINUTES ? key : key.substring(0, MINUTES).replace('T', ' ');
  }
}
