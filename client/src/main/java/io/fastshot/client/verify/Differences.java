package io.fastshot.client.verify;

import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In what two descriptions of a session differ, in words. */
final class Differences {
  private static final int SHOWN = 60;

  private Differences() {}

  /** A line such as {@code name: should be "a", is "b"; size: should be 1, is 2}. */
  static String between(SessionMeta should, SessionMeta is) {
    List<String> parts = new ArrayList<>();
    SessionFields a = should.fields();
    SessionFields b = is.fields();
    add(parts, "file name", should.id().filename(), is.id().filename());
    add(parts, "name", a.name(), b.name());
    add(parts, "description", a.desc(), b.desc());
    add(parts, "tags", a.tags(), b.tags());
    add(parts, "color", a.color(), b.color());
    add(parts, "class", a.sessionClass(), b.sessionClass());
    add(parts, "images", a.imageCount(), b.imageCount());
    add(parts, "created", a.createdAt(), b.createdAt());
    add(parts, "size", should.fileSizeBytes(), is.fileSizeBytes());
    add(parts, "checksum", should.checksum(), is.checksum());
    add(parts, "object", should.src(), is.src());
    add(parts, "thumbnail", should.thumbnail(), is.thumbnail());
    add(parts, "degraded", should.degraded(), is.degraded());
    return parts.isEmpty() ? "texts are cut in another place" : String.join("; ", parts);
  }

  private static void add(
      List<String> parts, String what, @Nullable Object should, @Nullable Object is) {
    if (!Objects.equals(should, is)) {
      parts.add(what + ": should be " + text(should) + ", is " + text(is));
    }
  }

  private static String text(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
