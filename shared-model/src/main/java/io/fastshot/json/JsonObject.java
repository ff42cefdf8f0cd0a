package io.fastshot.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that was read, whose members are taken out one by one; what is left at the end are the
 * members that nobody knows.
 *
 * <p>A member of the wrong type counts as missing, with two exceptions: a number or a truth value
 * where a text is wanted gives its JSON text, and a fraction where a whole number is wanted is cut.
 */
final class JsonObject {
  private final Map<String, @Nullable Object> members;

  JsonObject(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /** Members that were not taken. */
  Map<String, @Nullable Object> rest() {
    return members;
  }

  /** Takes a text; null if there is none. */
  @Nullable String text(String name) {
    return asText(members.remove(name));
  }

  /** Takes a text. */
  String text(String name, String otherwise) {
    String text = text(name);
    return text == null ? otherwise : text;
  }

  private static @Nullable String asText(@Nullable Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? value.toString()
        : null;
  }

  /**
   * Takes a whole number of 0 or more; 0 if there is none, or one below 0; the greatest {@code
   * long} for greater ones.
   */
  long count(String name) {
    return switch (members.remove(name)) {
      case Long number -> Math.max(0, number);
      case Number number -> Math.max(0, (long) number.doubleValue()); // the cast saturates
      case null, default -> 0;
    };
  }

  /** Takes a whole number between 0 and {@link Integer#MAX_VALUE}. */
  int smallCount(String name) {
    return (int) Math.min(Integer.MAX_VALUE, count(name));
  }

  /** Takes a truth value; false if there is none. */
  boolean truth(String name) {
    return Boolean.TRUE.equals(members.remove(name));
  }

  /** Takes a list of texts; elements that are none are left out. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object element : list(name)) {
      String text = asText(element);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Takes a list; empty if there is none. */
  List<?> list(String name) {
    return members.remove(name) instanceof List<?> list ? list : List.of();
  }

  /** Takes an object; null if there is none. */
  @Nullable JsonObject object(String name) {
    return of(members.remove(name));
  }

  /** An object if the value is one, else null. */
  @SuppressWarnings("unchecked") // every Map that Json makes has text keys
  static @Nullable JsonObject of(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? new JsonObject((Map<String, @Nullable Object>) map)
        : null;
  }

  /** Takes a point in time; null if there is none, or one without a zone (the original's form). */
  @Nullable Instant instant(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      return null; // no zone, or no time at all: when it was is not known
    }
  }
}
