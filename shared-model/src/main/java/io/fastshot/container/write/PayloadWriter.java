package io.fastshot.container.write;

import io.fastshot.container.ImageSource;
import io.fastshot.container.SessionFile;
import io.fastshot.container.SessionWindow;
import io.fastshot.container.WindowInfo;
import io.fastshot.container.json.PythonJson;
import io.fastshot.container.json.PythonJsonWriter;
import io.fastshot.model.SessionFields;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes the JSON of a session as the original does: same keys, same order, same layout. */
final class PayloadWriter {
  private final SessionFile session;
  private final byte @Nullable [] collage;

  PayloadWriter(SessionFile session, byte @Nullable [] collage) {
    this.session = session;
    this.collage = collage;
  }

  /** Writes the document; one image in memory at a time. */
  void write(OutputStream out) throws IOException {
    PythonJsonWriter json = new PythonJsonWriter(out);
    json.start('{');
    json.name("session");
    json.start('{');
    json.name("version");
    json.string("1.0");
    json.name("timestamp");
    json.string(createdAt());
    json.name("windows");
    json.start('[');
    for (SessionWindow window : session.windows()) {
      window(json, window);
    }
    json.end(']');
    json.end('}');
    metadata(json);
    json.end('}');
    json.flush();
  }

  private String createdAt() {
    String createdAt = session.fields().createdAt();
    return createdAt == null ? "" : createdAt;
  }

  private static void window(PythonJsonWriter json, SessionWindow window) throws IOException {
    WindowInfo info = window.info();
    json.start('{');
    number(json, "index", info.index());
    json.name("geometry");
    json.start('{');
    number(json, "x", info.x());
    number(json, "y", info.y());
    number(json, "width", info.width());
    number(json, "height", info.height());
    json.end('}');
    json.name("scale");
    json.literal(PythonJson.real(info.scale()));
    image(json, "image_data", window.shown());
    image(json, "original_image_data", window.original());
    image(json, "annotated_original_data", window.annotated());
    json.name("draw_history");
    json.raw(info.drawHistory());
    json.name("is_hidden");
    json.literal(Boolean.toString(info.hidden()));
    number(json, "window_id", info.windowId());
    json.end('}');
  }

  private static void number(PythonJsonWriter json, String name, long value) throws IOException {
    json.name(name);
    json.literal(Long.toString(value));
  }

  private static void image(PythonJsonWriter json, String name, @Nullable ImageSource image)
      throws IOException {
    json.name(name);
    if (image == null) {
      json.literal("null");
    } else {
      json.base64(image.png());
    }
  }

  private void metadata(PythonJsonWriter json) throws IOException {
    json.name("metadata");
    json.start('{');
    texts(json, session.fields());
    json.name("created_at");
    json.string(createdAt());
    json.name("filename");
    json.string(session.filename());
    number(json, "image_count", session.fields().imageCount());
    json.name("thumbnail_collage");
    if (collage == null) {
      json.literal("null");
    } else {
      json.base64(collage);
    }
    json.end('}');
  }

  /** Name, description, tags, color and class. */
  static void texts(PythonJsonWriter json, SessionFields fields) throws IOException {
    json.name("name");
    json.string(fields.name());
    json.name("desc");
    json.string(fields.desc());
    json.name("tags");
    json.start('[');
    for (String tag : fields.tags()) {
      json.string(tag);
    }
    json.end(']');
    json.name("color");
    json.string(fields.color());
    json.name("class");
    json.string(fields.sessionClass());
  }
}
