package io.fastshot.client.ui.kit;

import io.fastshot.client.data.connection.Failure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, sizes and times in words for a person. */
public final class Texts {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  private Texts() {}

  /** A size with at most three digits, in decimal units as file managers use them: "2.4 MB". */
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + (bytes == 1 ? " byte" : " bytes");
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
  }

  /** "1 session", "37 sessions", "100,000 sessions". */
  public static String count(long number, String one, String many) {
    return String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? one : many);
  }

  /** A count of sessions. */
  public static String sessions(long number) {
    return count(number, "session", "sessions");
  }

  /** "14:03" if it was today, else "21 Jun 2025, 14:03". */
  public static String moment(Instant instant, Instant now, ZoneId zone) {
    var at = instant.atZone(zone);
    boolean today = at.toLocalDate().equals(now.atZone(zone).toLocalDate());
    return (today ? TIME : DAY_AND_TIME).format(at);
  }

  /** "about 5 s", "about 3 min", "about 2 h"; "less than a second" below one. */
  public static String about(Duration duration) {
    long seconds = (duration.toMillis() + 999) / 1000;
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return "less than a second";
    }
    if (seconds < 90) {
      return "about " + seconds + " s";
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 90 ? "about " + minutes + " min" : "about " + (minutes + 30) / 60 + " h";
  }

  /** Whole percents, never 100 before the end; 0 if the total is unknown. */
  public static int percent(long done, long total) {
    if (total <= 0) {
      return 0;
    }
    return Math.clamp(done * 100 / total, 0, done < total ? 99 : 100);
  }

  /** The text cut with an ellipsis in its middle, so that its start and end stay readable. */
  public static String shortened(String text, int maxCodePoints) {
    int length = text.codePointCount(0, text.length());
    if (length <= maxCodePoints) {
      return text;
    }
    int head = maxCodePoints * 2 / 3;
    int tail = maxCodePoints - head - 1;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + "…"
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }

  /** What a failure says, or its kind if it says nothing. */
  public static String reason(Throwable failure) {
    if (failure instanceof IOException local) {
      return Failure.describe(local);
    }
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  /** Text made safe for a Swing tooltip: never read as HTML, wrapped at about 80 characters. */
  public static String tooltip(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    String width = text.length() > 80 ? " width=420" : "";
    return "<html><body" + width + ">" + escaped.replace("\n", "<br>") + "</body></html>";
  }
}
