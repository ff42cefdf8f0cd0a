package io.fastshot.indexer.queue;

import io.fastshot.json.DocumentException;
import io.fastshot.json.S3EventJson;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bodies of queue messages: notifications of S3, and our own.
 *
 * <pre>
 * {"fastshot":{"rebuild":{"id":"…","part":0,"mode":"all"},"keys":["….fastshot"]}}
 * {"fastshot":{"check":true}}
 * {"fastshot":{"look":true}}
 * </pre>
 */
public final class QueueMessages {

  /**
   * Few enough that a batch of 100 parts, the most that the queue hands to one invocation, is 1,000
   * sessions: what a function observes and installs well within its time. See docs/decisions/0112.
   */
  public static final int MAX_PART_KEYS = 10;

  /** Below SQS's limit of 256 KiB, with room for what surrounds the keys. */
  public static final int MAX_PART_BYTES = 200 * 1024;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String OURS = "fastshot";
  private static final String REBUILD = "rebuild";
  private static final String KEYS = "keys";
  private static final String CHECK = "check";
  private static final String LOOK = "look";
  private static final String ID = "id";
  private static final String PART = "part";
  private static final String MODE = "mode";

  private final KeyLayout layout;

  public QueueMessages(KeyLayout layout) {
    this.layout = layout;
  }

  /** Reads a body. Never throws: what cannot be read is a message that says so. */
  public QueueMessage parse(String body) {
    try {
      JsonNode ours = MAPPER.readTree(body).path(OURS);
      return ours.isObject() ? ours(ours) : changed(body);
    } catch (JacksonException | IllegalArgumentException | DocumentException e) {
      return new QueueMessage.Unreadable("not a message for the indexer: " + e.getMessage());
    }
  }

  private QueueMessage changed(String body) throws DocumentException {
    List<SessionId> ids = new ArrayList<>();
    for (String key : S3EventJson.sessionKeys(body)) {
      if (layout.parse(key) instanceof ObjectKey.Session(SessionId id)) {
        ids.add(id);
      }
    }
    return new QueueMessage.Changed(ids);
  }

  private static QueueMessage ours(JsonNode ours) {
    if (ours.path(CHECK).asBoolean(false)) {
      return new QueueMessage.Check();
    }
    if (ours.path(LOOK).asBoolean(false)) {
      return new QueueMessage.Look();
    }
    JsonNode rebuild = ours.path(REBUILD);
    if (!rebuild.path(ID).isString() || !rebuild.path(PART).isInt()) {
      return new QueueMessage.Unreadable("neither a check nor a look nor a part of a rebuild");
    }
    List<SessionId> ids = new ArrayList<>();
    for (JsonNode key : ours.path(KEYS)) {
      ids.add(SessionId.ofFilename(key.asString("")));
    }
    RebuildState.Mode mode =
        RebuildState.Mode.valueOf(rebuild.path(MODE).asString("").toUpperCase(Locale.ROOT));
    return new QueueMessage.Part(
        new RebuildPart(rebuild.path(ID).asString(), rebuild.path(PART).asInt(), mode, ids));
  }

  /** The message that asks for a check. */
  public static String check() {
    return flag(CHECK);
  }

  /** The message that asks to look whether the index is still ours. */
  public static String look() {
    return flag(LOOK);
  }

  private static String flag(String name) {
    ObjectNode root = MAPPER.createObjectNode();
    root.putObject(OURS).put(name, true);
    return root.toString();
  }

  /** The message of a part. */
  public static String part(RebuildPart part) {
    ObjectNode root = MAPPER.createObjectNode();
    ObjectNode ours = root.putObject(OURS);
    ours.putObject(REBUILD)
        .put(ID, part.rebuildId())
        .put(PART, part.part())
        .put(MODE, part.mode().jsonName());
    var keys = ours.putArray(KEYS);
    part.ids().forEach(id -> keys.add(id.filename()));
    return root.toString();
  }

  /** Cuts nominated sessions into the keys of parts, each within the limits of a message. */
  public static List<List<SessionId>> split(List<SessionId> ids) {
    List<List<SessionId>> parts = new ArrayList<>();
    List<SessionId> part = new ArrayList<>();
    int bytes = 0;
    for (SessionId id : ids) {
      int size = MAPPER.writeValueAsBytes(id.filename()).length + 1;
      if (part.size() == MAX_PART_KEYS || (!part.isEmpty() && bytes + size > MAX_PART_BYTES)) {
        parts.add(part);
        part = new ArrayList<>();
        bytes = 0;
      }
      part.add(id);
      bytes += size;
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }
}
