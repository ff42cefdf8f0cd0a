package io.fastshot.indexer.simulation;

import io.fastshot.model.ObjectKey;
import io.fastshot.model.SessionId;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of queue messages, and what others write over the index. */
final class Messages {
  private Messages() {}

  /** The notification of S3 about a session. Its type is true, so that trusting it is a mistake. */
  static SimulatedQueue.Message event(String name, SessionId id, boolean removal) {
    String key = URLEncoder.encode(World.CONFIG.layout().session(id), StandardCharsets.UTF_8);
    String body =
        """
        {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","eventName":"%s",
         "s3":{"s3SchemaVersion":"1.0","bucket":{"name":"b"},"object":{"key":"%s","size":1}}}]}\
        """
            .formatted(
                removal ? "ObjectRemoved:Delete" : "ObjectCreated:Put", key.replace("%2F", "/"));
    return new SimulatedQueue.Message(name, body, List.of(id), null);
  }

  /** A message that a handler sent. */
  static SimulatedQueue.Message ours(String name, String body) {
    JsonNode ours = JsonMapper.shared().readTree(body).path("fastshot");
    List<SessionId> ids = new ArrayList<>();
    ours.path("keys").forEach(key -> ids.add(SessionId.ofFilename(key.asString())));
    @Nullable String rebuild =
        ours.has("rebuild") ? ours.path("rebuild").path("id").asString() : null;
    return new SimulatedQueue.Message(name, body, ids, rebuild);
  }

  /** The index as the original app writes it: every second session is missing. */
  static String originalIndex(Instant now, ObjectStore bucket) {
    List<String> rows = new ArrayList<>();
    int number = 0;
    for (ListPage.Entry entry : ObjectStores.listAll(bucket, World.CONFIG.layout().sessions())) {
      if (number++ % 2 == 0
          && World.CONFIG.layout().parse(entry.key()) instanceof ObjectKey.Session(SessionId id)) {
        rows.add(
            "{\"filename\":\"%s\",\"name\":\"x\",\"file_size\":%d}"
                .formatted(id.filename(), entry.sizeBytes()));
      }
    }
    return "{\"last_updated\":\"%s\",\"total_sessions\":%d,\"sessions\":[%s]}"
        .formatted(now, rows.size(), String.join(",", rows));
  }
}
