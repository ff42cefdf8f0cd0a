package io.fastshot.indexer.rebuild;

import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code RebuildHandler} is asked for. */
public sealed interface RebuildRequest {

  /**
   * Look at sessions anew.
   *
   * @param mode which ones
   * @param keys of mode {@code keys}; empty in the others
   * @param dryRun only tell what would be done
   * @param force also if a rebuild is running: that one is superseded
   */
  record Start(RebuildState.Mode mode, List<SessionId> keys, boolean dryRun, boolean force)
      implements RebuildRequest {
    public Start {
      keys = List.copyOf(keys);
    }

    /** The comparison that runs on a schedule. */
    public static Start check() {
      return new Start(RebuildState.Mode.CHECK, List.of(), false, false);
    }
  }

  /** Stop the running rebuild. */
  record Cancel() implements RebuildRequest {}

  /**
   * Reads a request.
   *
   * @throws IllegalArgumentException if it is none; the message says what is accepted
   * @throws IOException of the stream
   */
  static RebuildRequest read(InputStream json, KeyLayout layout) throws IOException {
    JsonNode request;
    try {
      request = JsonMapper.shared().readTree(json.readAllBytes());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("the request is not JSON: " + e.getOriginalMessage(), e);
    }
    if (request.path("action").asString("").equals("cancel")) {
      return new Cancel();
    }
    RebuildState.Mode mode = mode(request.path("mode").asString(""));
    List<SessionId> keys = keys(request.path("keys"), layout);
    if ((mode == RebuildState.Mode.KEYS) == keys.isEmpty()) {
      throw new IllegalArgumentException(
          "\"keys\" belongs to mode \"keys\", and must name at least one session there");
    }
    return new Start(
        mode,
        keys,
        request.path("dry_run").asBoolean(false),
        request.path("force").asBoolean(false));
  }

  private static RebuildState.Mode mode(String name) {
    for (RebuildState.Mode mode : RebuildState.Mode.values()) {
      if (mode.jsonName().equals(name.toLowerCase(Locale.ROOT))) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "unknown mode \""
            + name
            + "\": it is \"all\", \"overall\", \"check\" or \"keys\"; or {\"action\":\"cancel\"}");
  }

  private static List<SessionId> keys(JsonNode keys, KeyLayout layout) {
    List<SessionId> ids = new ArrayList<>();
    for (JsonNode key : keys) {
      ids.add(session(key.asString(""), layout));
    }
    return ids.stream().distinct().toList();
  }

  private static SessionId session(String key, KeyLayout layout) {
    return layout.parse(key) instanceof ObjectKey.Session(SessionId id)
        ? id
        : SessionId.ofFilename(key);
  }
}
