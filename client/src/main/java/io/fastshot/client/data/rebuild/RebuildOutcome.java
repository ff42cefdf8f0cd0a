package io.fastshot.client.data.rebuild;

import io.fastshot.client.data.connection.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the rebuild function answered. */
public sealed interface RebuildOutcome {

  /**
   * It was asked and answered.
   *
   * @param status its word for what it did: {@code dry_run}, {@code started}, {@code done} (there
   *     was nothing to do), {@code already_running}, {@code cancelled}, {@code nothing_to_cancel}
   * @param id of the rebuild; null if none was started
   * @param mode {@code all}, {@code overall}, {@code check} or {@code keys}; empty if not said
   * @param nominated number of sessions that are looked at
   * @param bytes that are read for it
   * @param parts sent to the queue
   * @param estimate how long it takes
   */
  record Answered(
      String status,
      @Nullable String id,
      String mode,
      int nominated,
      long bytes,
      int parts,
      Duration estimate)
      implements RebuildOutcome {}

  /** It could not be asked, or refused. */
  record Failed(Failure failure) implements RebuildOutcome {}
}
