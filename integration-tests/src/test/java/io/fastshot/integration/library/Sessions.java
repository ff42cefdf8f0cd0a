package io.fastshot.integration.library;

import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Session files of tests. */
final class Sessions {
  private Sessions() {}

  /** A readable file with a thumbnail of one pixel. */
  static byte[] file(String name) {
    return file(name, 0);
  }

  /** A readable file, about so many bytes long, whose name and thumbnail stand at its end. */
  static byte[] file(String name, int fillerBytes) {
    return """
    {
      "session": {"version": "1.0", "timestamp": "2025-06-21T11:46:15", "filler": "%s", "windows": []},
      "metadata": {"name": "%s", "desc": "d", "tags": ["t"], "color": "green", "class": "c",
        "created_at": "2025-06-21T11:46:15", "filename": "x", "image_count": 0,
        "thumbnail_collage": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="}
    }\
    """
        .formatted("x".repeat(fillerBytes), name)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Puts a session through the port. */
  static SessionId put(TestedLibrary library, String base, String name) {
    SessionId id = new SessionId(base);
    library
        .store()
        .put(
            library.config().layout().session(id),
            Content.of(file(name), "image/png"),
            Precondition.none());
    return id;
  }

  /** Deletes a session through the port. */
  static void delete(TestedLibrary library, SessionId id) {
    library.store().delete(library.config().layout().session(id), Precondition.none());
  }

  /** The sessions that the bucket holds. */
  static List<SessionId> listed(ObjectStore store, KeyLayout layout) {
    List<SessionId> ids = new ArrayList<>();
    for (var entry : ObjectStores.listAll(store, layout.sessions())) {
      if (layout.parse(entry.key()) instanceof ObjectKey.Session(SessionId id)) {
        ids.add(id);
      }
    }
    return ids;
  }
}
