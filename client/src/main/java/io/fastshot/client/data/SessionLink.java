package io.fastshot.client.data;

import io.fastshot.model.SessionId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * An address with which anybody can download a session for a while.
 *
 * @param id which session
 * @param address who has it can download
 * @param expires when it ends to work
 * @param withCredentials whether it ends earlier than was asked, as the credentials do
 */
public record SessionLink(SessionId id, URI address, Instant expires, boolean withCredentials) {

  /** The longest that one can work. */
  public static final Duration LONGEST = Duration.ofDays(7);
}
