package io.fastshot.client.verify;

import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import org.jspecify.annotations.Nullable;

/** What an index should say of sessions, told by reading them. */
@FunctionalInterface
public interface Expectations {

  /** What reading a session told. */
  sealed interface Expected {

    /**
     * It is there.
     *
     * @param meta its meta index
     * @param thumbnailPng its thumbnail; null if it has none
     */
    record Present(SessionMeta meta, byte @Nullable [] thumbnailPng) implements Expected {}

    /**
     * It is there, and cannot be read before it is restored.
     *
     * @param meta what should be known of it until then
     */
    record Archived(SessionMeta meta) implements Expected {}

    /** It is not there. */
    record Absent() implements Expected {}

    /** It could not be read now; the reason is for a person. */
    record Failed(String reason) implements Expected {}
  }

  /** Reads a session; safe from several threads, never an exception of the store. */
  Expected of(SessionId id);
}
