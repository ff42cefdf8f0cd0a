package io.fastshot.client.data.local;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The session files of a folder at one moment.
 *
 * @param sessions newest created first, those without a date last
 * @param problem what could not be read or was left out, a sentence for a person; null if nothing
 */
public record LocalListing(List<LocalSession> sessions, @Nullable String problem) {

  public LocalListing {
    sessions = List.copyOf(sessions);
  }
}
