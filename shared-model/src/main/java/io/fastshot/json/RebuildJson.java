package io.fastshot.json;

import io.fastshot.model.RebuildState;
import java.time.Instant;
import java.util.Base64;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The {@code rebuild} member of the overall index. */
final class RebuildJson {
  private RebuildJson() {}

  private static final String ID = "id";
  private static final String MODE = "mode";
  private static final String STATE = "state";
  private static final String PARTS = "parts";
  private static final String TOTAL = "total";
  private static final String DONE = "done";
  private static final String DONE_BITS = "done_bits";
  private static final String STARTED_AT = "started_at";
  private static final String UPDATED_AT = "updated_at";

  /** Takes a rebuild; null if it cannot be understood, which counts as none. */
  static @Nullable RebuildState read(JsonObject from) {
    String id = from.text(ID);
    RebuildState.Mode mode = mode(from.text(MODE, ""));
    RebuildState.State state = state(from.text(STATE, ""));
    BitSet done = bits(from.text(DONE_BITS, ""));
    int parts = from.smallCount(PARTS);
    Instant startedAt = from.instant(STARTED_AT);
    Instant updatedAt = from.instant(UPDATED_AT);
    if (id == null || mode == null || state == null || done == null || startedAt == null) {
      return null;
    }
    return done.length() > parts
        ? null
        : new RebuildState(
            id,
            mode,
            state,
            parts,
            from.smallCount(TOTAL),
            done,
            startedAt,
            updatedAt == null ? startedAt : updatedAt);
  }

  private static RebuildState.@Nullable Mode mode(String name) {
    for (RebuildState.Mode mode : RebuildState.Mode.values()) {
      if (mode.jsonName().equals(name)) {
        return mode;
      }
    }
    return null;
  }

  private static RebuildState.@Nullable State state(String name) {
    for (RebuildState.State state : RebuildState.State.values()) {
      if (state.jsonName().equals(name)) {
        return state;
      }
    }
    return null;
  }

  private static @Nullable BitSet bits(String base64) {
    try {
      return BitSet.valueOf(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException _) {
      return null; // not base64
    }
  }

  /** Writes the member's value: an object, or null. */
  static void write(JsonGenerator out, @Nullable RebuildState rebuild) {
    if (rebuild == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    Json.member(out, ID, rebuild.id());
    Json.member(out, MODE, rebuild.mode().jsonName());
    Json.member(out, STATE, rebuild.state().jsonName());
    out.writeNumberProperty(PARTS, rebuild.parts());
    out.writeNumberProperty(TOTAL, rebuild.total());
    out.writeNumberProperty(DONE, rebuild.partsDone());
    Json.member(out, DONE_BITS, Base64.getEncoder().encodeToString(rebuild.done().toByteArray()));
    Json.member(out, STARTED_AT, rebuild.startedAt().toString());
    Json.member(out, UPDATED_AT, rebuild.updatedAt().toString());
    out.writeEndObject();
  }
}
