package io.fastshot.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a session was found absent: lets readers take it off their list, and writers see that the
 * key was touched.
 *
 * @param id which session
 * @param rev the version of the index that removed it
 * @param at when; null if the document does not say
 */
public record Removal(SessionId id, long rev, @Nullable Instant at) {

  public Removal {
    if (rev < 1) {
      throw new IllegalArgumentException("rev of a removal is below 1: " + rev);
    }
  }
}
