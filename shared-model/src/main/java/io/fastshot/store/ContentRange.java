package io.fastshot.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Content-Range} of a partial answer.
 *
 * @param first position of its first byte
 * @param objectSizeBytes size of the whole object
 */
public record ContentRange(long first, long objectSizeBytes) {
  private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

  /** Reads the header; null if there is none or it has another form. */
  public static @Nullable ContentRange parse(@Nullable String header) {
    if (header == null) {
      return null;
    }
    Matcher m = FORM.matcher(header);
    return m.matches()
        ? new ContentRange(Long.parseLong(m.group(1)), Long.parseLong(m.group(3)))
        : null;
  }
}
