package io.fastshot.integration.library;

import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the original Fastshot writes into its bucket: the requests, in their order, of its own code.
 * It puts and deletes without conditions and writes its list anew from a listing.
 */
final class OriginalApp {
  private final ObjectStore bucket;
  private final KeyLayout layout = KeyLayout.atRoot();

  OriginalApp(ObjectStore bucket) {
    this.bucket = bucket;
  }

  /** Saves a session to the cloud. */
  void save(SessionId id, byte[] file) {
    put(layout.session(id), file, "image/png");
    String meta =
        """
        {"version":"1.0","filename":"%s","metadata":{"name":"as the app says","desc":"","tags":[],
        "color":"blue","class":"","image_count":1,"created_at":"2025-06-21T11:46:15",
        "file_size":%d},"checksum":"%s","created_at":"2025-06-21T11:46:15",
        "last_updated":"2025-06-21T11:46:15"}\
        """
            .formatted(id.base() + ".fastshot", file.length, "0".repeat(64));
    put(layout.metaIndex(id), meta.getBytes(StandardCharsets.UTF_8), "application/json");
    writeList();
  }

  /** Deletes a session in the cloud. */
  void delete(SessionId id) {
    bucket.delete(layout.session(id), Precondition.none());
    bucket.delete(layout.metaIndex(id), Precondition.none());
    writeList();
  }

  /** Its list after a LIST that failed, which it takes for an empty bucket. */
  void writeEmptyList() {
    put(layout.overallMeta(), list(""), "application/json");
  }

  /** What its rollback does when saving a local copy failed. */
  void rollBack(SessionId id) {
    bucket.delete(layout.session(id), Precondition.none());
    bucket.delete(layout.metaIndex(id), Precondition.none());
    bucket.delete(layout.overallMeta(), Precondition.none());
  }

  private void writeList() {
    List<String> rows = new ArrayList<>();
    for (ListPage.Entry entry : ObjectStores.listAll(bucket, layout.sessions())) {
      rows.add(
          """
          {"filename":"%s","created_at":"2025-07-01T00:00:00+00:00","file_size":%d,"checksum":""}\
          """
              .formatted(entry.key().substring(layout.sessions().length()), entry.sizeBytes()));
    }
    put(layout.overallMeta(), list(String.join(",", rows)), "application/json");
  }

  private static byte[] list(String rows) {
    return """
    {"version":"1.0","last_updated":"2025-06-21T12:46:15.123456","total_sessions":0,
    "sessions":[%s],"checksum":""}\
    """
        .formatted(rows)
        .getBytes(StandardCharsets.UTF_8);
  }

  private void put(String key, byte[] bytes, String type) {
    bucket.put(key, Content.of(bytes, type), Precondition.none());
  }
}
