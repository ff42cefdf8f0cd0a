package io.fastshot.client.data.search;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a field and its value ask of a session. */
final class Conditions {
  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}){0,2}");
  private static final Pattern NUMBER = Pattern.compile("(>=|<=|>|<|=)?(\\d{1,9})");
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})\\.\\.(\\d{1,9})");
  private static final String AMOUNT = "(\\d{1,9}(?:\\.\\d{1,3})?)(b|kb|mb|gb|)";
  private static final Pattern SIZE = Pattern.compile("(>=|<=|>|<|=)?" + AMOUNT);
  private static final Pattern SIZES = Pattern.compile(AMOUNT + "\\.\\." + AMOUNT);
  private static final String NO_NUMBER = "a number is written 3, >3, >=3, <3, <=3 or 3..5";
  private static final String NO_SIZE = "a size is written 500kb, <10mb, >=1.5gb or 1mb..5mb";

  private Conditions() {}

  /** A value that a field does not have. */
  static final class WrongValueException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongValueException(String message) {
      super(message);
    }
  }

  /** A word somewhere in what describes a session. */
  static Condition word(String text) {
    String folded = Folding.fold(text);
    return (session, _) -> session.text().contains(folded);
  }

  /**
   * A field and its value.
   *
   * @throws WrongValueException which says in words how its values are written
   */
  static Condition of(SearchField field, String value) throws WrongValueException {
    return switch (field) {
      case TAG -> tag(value);
      case COLOR -> {
        Predicate<String> color = whole(value);
        yield (session, _) -> color.test(Folding.fold(session.fields().color()));
      }
      case CLASS -> {
        Predicate<String> type = whole(value);
        yield (session, _) -> type.test(Folding.fold(session.fields().sessionClass()));
      }
      case NAME -> {
        String part = Folding.fold(value);
        yield (session, _) -> Folding.fold(session.fields().name()).contains(part);
      }
      case DESC -> {
        String part = Folding.fold(value);
        yield (session, _) -> Folding.fold(session.fields().desc()).contains(part);
      }
      case FILE -> {
        String part = Folding.fold(value);
        yield (session, _) -> Folding.fold(session.row().id().filename()).contains(part);
      }
      case BEFORE, AFTER, CREATED -> created(field, date(value));
      case IMAGES -> {
        LongPredicate images = number(value);
        yield (session, _) -> images.test(session.fields().imageCount());
      }
      case SIZE -> {
        LongPredicate size = size(value.toLowerCase(Locale.ROOT));
        yield (session, _) -> size.test(session.row().meta().fileSizeBytes());
      }
      case IS -> is(value.toLowerCase(Locale.ROOT));
    };
  }

  /** An empty value asks for sessions without tags. */
  private static Condition tag(String value) {
    if (value.isEmpty()) {
      return (session, _) -> session.tags().isEmpty();
    }
    Predicate<String> tag = whole(value);
    return (session, _) -> session.tags().stream().anyMatch(tag);
  }

  /** All of a folded text, or, with a star at its end, its beginning. */
  private static Predicate<String> whole(String value) {
    String folded = Folding.fold(value);
    if (folded.length() > 1 && folded.endsWith("*")) {
      String beginning = folded.substring(0, folded.length() - 1);
      return text -> text.startsWith(beginning);
    }
    return folded::equals;
  }

  /** Dates are compared as they are written; a session without one is neither before nor after. */
  private static Condition created(SearchField field, String date) {
    return (session, _) -> {
      String created = session.row().created();
      return !created.isEmpty()
          && switch (field) {
            case BEFORE -> created.compareTo(date) < 0;
            case AFTER -> created.compareTo(date) >= 0;
            default -> created.startsWith(date);
          };
    };
  }

  private static String date(String value) throws WrongValueException {
    try {
      if (DATE.matcher(value).matches()) {
        switch (value.length()) {
          case 10 -> LocalDate.parse(value);
          case 7 -> YearMonth.parse(value);
          default -> {
            return value;
          }
        }
        return value;
      }
    } catch (DateTimeParseException e) {
      throw new WrongValueException("there is no day " + value);
    }
    throw new WrongValueException("a date is written 2025, 2025-06 or 2025-06-21");
  }

  private static LongPredicate number(String value) throws WrongValueException {
    Matcher range = NUMBERS.matcher(value);
    if (range.matches()) {
      return between(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
    }
    Matcher one = NUMBER.matcher(value);
    if (!one.matches()) {
      throw new WrongValueException(NO_NUMBER);
    }
    return compared(one.group(1), Long.parseLong(one.group(2)));
  }

  private static LongPredicate size(String value) throws WrongValueException {
    Matcher range = SIZES.matcher(value);
    if (range.matches()) {
      ToLongFunction<Integer> bytes = group -> bytes(range.group(group), range.group(group + 1));
      return between(bytes.applyAsLong(1), bytes.applyAsLong(3));
    }
    Matcher one = SIZE.matcher(value);
    if (!one.matches()) {
      throw new WrongValueException(NO_SIZE);
    }
    return compared(one.group(1), bytes(one.group(2), one.group(3)));
  }

  /** Decimal units, as all sizes are shown. */
  private static long bytes(String amount, String unit) {
    double one =
        switch (unit) {
          case "kb" -> 1e3;
          case "mb" -> 1e6;
          case "gb" -> 1e9;
          default -> 1;
        };
    return Math.round(Double.parseDouble(amount) * one);
  }

  private static LongPredicate between(long least, long most) {
    return number -> number >= least && number <= most;
  }

  private static LongPredicate compared(
      @org.jspecify.annotations.Nullable String sign, long bound) {
    return switch (sign == null ? "=" : sign) {
      case ">" -> number -> number > bound;
      case ">=" -> number -> number >= bound;
      case "<" -> number -> number < bound;
      case "<=" -> number -> number <= bound;
      default -> number -> number == bound;
    };
  }

  private static Condition is(String value) throws WrongValueException {
    return switch (value) {
      case "local" -> (_, local) -> local.getAsBoolean();
      case "cloud" -> (_, local) -> !local.getAsBoolean();
      case "degraded" -> (session, _) -> session.row().meta().degraded() != null;
      default -> throw new WrongValueException("a session is local, cloud or degraded");
    };
  }
}
