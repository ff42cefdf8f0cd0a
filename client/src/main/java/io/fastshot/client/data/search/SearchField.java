package io.fastshot.client.data.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can stand before the colon of a part of a search. */
public enum SearchField {
  TAG("tag", "tag:bug", "a tag, as it is written; bug* for those that begin so"),
  COLOR("color", "color:red", "the color"),
  CLASS("class", "class:draft", "the class"),
  NAME("name", "name:login", "a part of the name"),
  DESC("desc", "desc:\"second try\"", "a part of the description"),
  FILE("file", "file:20250621", "a part of the file's name"),
  BEFORE("before", "before:2025-06", "made before that day, month or year began"),
  AFTER("after", "after:2025-06-21", "made when that day, month or year began, or later"),
  CREATED("created", "created:2025-06", "made on that day, in that month or year"),
  IMAGES("images", "images:>3", "how many images: 3, >3, >=3, <3, 3..5"),
  SIZE("size", "size:<10mb", "how large the file is: as images, in b, kb, mb or gb"),
  IS("is", "is:local", "local (its file is on this machine), cloud, degraded (could not be read)");

  /** Other spellings. */
  private static final List<String> COLOUR = List.of("colour");

  private final String word;
  private final String example;
  private final String meaning;

  SearchField(String word, String example, String meaning) {
    this.word = word;
    this.example = example;
    this.meaning = meaning;
  }

  /** What stands before the colon. */
  public String word() {
    return word;
  }

  /** A part of a search with this field. */
  public String example() {
    return example;
  }

  /** What it asks for, a few words. */
  public String meaning() {
    return meaning;
  }

  /** The field of a word, whatever its case; empty if there is none. */
  static Optional<SearchField> of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (COLOUR.contains(lower)) {
      return Optional.of(COLOR);
    }
    return Arrays.stream(values()).filter(field -> field.word.equals(lower)).findFirst();
  }

  /** The field that a mistyped word is nearest to; empty if none is near. */
  static Optional<SearchField> near(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(field -> isNear(field.word, lower)).findFirst();
  }

  /** One letter more, less or other, or two that changed places; or its beginning. */
  private static boolean isNear(String word, String typed) {
    if (typed.length() >= 2 && (word.startsWith(typed) || typed.startsWith(word))) {
      return true;
    }
    int same = 0;
    int shorter = Math.min(word.length(), typed.length());
    while (same < shorter && word.charAt(same) == typed.charAt(same)) {
      same++;
    }
    int end = 0;
    while (end < shorter - same
        && word.charAt(word.length() - 1 - end) == typed.charAt(typed.length() - 1 - end)) {
      end++;
    }
    int left = word.length() - same - end;
    int typedLeft = typed.length() - same - end;
    return Math.max(left, typedLeft) <= 1
        || (left == 2
            && typedLeft == 2
            && word.charAt(same) == typed.charAt(same + 1)
            && word.charAt(same + 1) == typed.charAt(same));
  }
}
