package io.fastshot.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a session's texts is kept where many sessions stand together, so that one strange
 * file does not make everybody's list large. All in code points, so that no character is cut in
 * two.
 *
 * @param text longest name and class
 * @param desc longest description
 * @param tags most tags
 * @param tag longest tag, color and time
 * @param allTags most of all tags together; the tags beyond are left out
 */
public record TextLimits(int text, int desc, int tags, int tag, int allTags) {

  /** The same fields with texts that are too long cut. */
  public SessionFields cut(SessionFields whole) {
    return new SessionFields(
        cut(whole.name(), text),
        cut(whole.desc(), desc),
        cutTags(whole.tags()),
        cut(whole.color(), tag),
        cut(whole.sessionClass(), text),
        whole.imageCount(),
        cutOrNull(whole.createdAt(), tag));
  }

  private List<String> cutTags(List<String> whole) {
    List<String> kept = new ArrayList<>();
    int left = allTags;
    for (String each : whole) {
      String cut = cut(each, tag);
      left -= cut.codePointCount(0, cut.length());
      if (kept.size() == tags || left < 0) {
        break;
      }
      kept.add(cut);
    }
    return kept;
  }

  static @Nullable String cutOrNull(@Nullable String text, int codePoints) {
    return text == null ? null : cut(text, codePoints);
  }

  static String cut(String text, int codePoints) {
    return text.codePointCount(0, text.length()) <= codePoints
        ? text
        : text.substring(0, text.offsetByCodePoints(0, codePoints));
  }
}
