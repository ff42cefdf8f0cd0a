package io.fastshot.container.read;

import io.fastshot.container.Format;
import io.fastshot.model.SessionFields;
import org.jspecify.annotations.Nullable;

/** The outcome of reading a whole session file. */
@SuppressWarnings("AvoidCommonTypeNames") // always written with its outer name
public sealed interface SessionReading {

  /**
   * The whole file is sound: cover, payload, JSON to its last byte.
   *
   * @param fields name, tags and the like
   * @param sessionTimestamp when the session was saved, local time; null if the file does not say
   * @param format how the file is laid out
   */
  record Readable(SessionFields fields, @Nullable String sessionTimestamp, Format format)
      implements SessionReading {}

  /**
   * It is not a session that can be read.
   *
   * @param reason what is wrong and what can be done, in words for a person
   */
  record Unreadable(String reason) implements SessionReading {}
}
