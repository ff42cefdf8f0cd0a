package io.fastshot.indexer.rebuild;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code RebuildHandler} answers; its Javadoc tells the JSON.
 *
 * @param id of the rebuild that was started, cancelled or is running; null if there is none
 * @param mode its mode, as in JSON; null if there is none
 * @param nominated sessions to look at
 * @param bytes estimate of what reading them transfers
 * @param parts queue messages
 * @param message words for a person; null if there is nothing to say
 */
public record RebuildResult(
    Status status,
    @Nullable String id,
    @Nullable String mode,
    int nominated,
    long bytes,
    int parts,
    @Nullable String message) {

  public enum Status {
    STARTED,
    DONE,
    ALREADY_RUNNING,
    CANCELLED,
    DRY_RUN,
    NOTHING_TO_CANCEL,
    ERROR
  }

  /** A batching window of 5 s, then 200 sessions a second: two functions, 10 s for 1,000 each. */
  private static final int BATCH_WINDOW_SECONDS = 5;

  private static final int SESSIONS_PER_SECOND = 200;

  public static RebuildResult error(@Nullable String message) {
    return new RebuildResult(Status.ERROR, null, null, 0, 0, 0, String.valueOf(message));
  }

  /** How long it will take, roughly; 0 if there is nothing to do. */
  long estimateSeconds() {
    return parts == 0 ? 0 : BATCH_WINDOW_SECONDS + Math.ceilDiv(nominated, SESSIONS_PER_SECOND);
  }

  /** As JSON in UTF-8. */
  public byte[] toJson() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("status", status.name().toLowerCase(Locale.ROOT));
    json.put("id", id);
    json.put("mode", mode);
    json.put("nominated", nominated);
    json.put("bytes", bytes);
    json.put("parts", parts);
    json.put("estimate_seconds", estimateSeconds());
    json.put("message", message);
    return JsonMapper.shared().writeValueAsBytes(json);
  }
}
