package io.fastshot.client.data.search;

import io.fastshot.client.text.PlainText;
import java.util.HashMap;
import java.util.Map;

/** Counts in how many sessions values occur that only differ in what does not count. */
final class FacetCounter {
  private final Map<String, Count> byText = new HashMap<>();
  private final Map<String, Count> byFolded = new HashMap<>();

  /** A value and its sessions. */
  static final class Count {
    private String text;
    private int sessions;
    private int last = -1;

    private Count(String text) {
      this.text = text;
    }

    /** As it is written; of several spellings always the same one. */
    String text() {
      return text;
    }

    int sessions() {
      return sessions;
    }
  }

  /**
   * A session has a value.
   *
   * @param session its number; all its values are told one after the other
   */
  void add(String text, int session) {
    Count count = byText.get(text);
    if (count == null) {
      count = known(text);
      byText.put(text, count);
    }
    if (count.last != session) {
      count.last = session;
      count.sessions++;
    }
  }

  private Count known(String text) {
    String folded = Folding.fold(text);
    if (folded.isBlank() || !isWritable(text)) {
      return new Count(text);
    }
    Count count = byFolded.computeIfAbsent(folded, _ -> new Count(text));
    // Small letters come after capitals.
    count.text = text.compareTo(count.text) > 0 ? text : count.text;
    return count;
  }

  /** Whether it can stand in a search as it is. */
  private static boolean isWritable(String text) {
    return text.chars().noneMatch(c -> c == '"' || PlainText.isHarmful((char) c));
  }

  /** What was counted, by folded value. */
  Map<String, Count> counts() {
    return byFolded;
  }
}
