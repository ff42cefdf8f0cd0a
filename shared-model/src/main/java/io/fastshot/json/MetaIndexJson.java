package io.fastshot.json;

import io.fastshot.model.Checksum;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code meta_indexes/<base>.meta.json}: everything that is known of one session. */
public final class MetaIndexJson {
  private MetaIndexJson() {}

  private static final String METADATA = "metadata";
  private static final String VERSION = "version";
  private static final String CURRENT_VERSION = "1.0";

  /** The original nests once in the bucket and twice in its cache. */
  private static final int MAX_NESTING = 4;

  private static final List<String> DISPLAY =
      List.of(
          RowJson.NAME,
          RowJson.DESC,
          RowJson.TAGS,
          RowJson.COLOR,
          RowJson.CLASS,
          RowJson.IMAGE_COUNT);

  /**
   * Writes a document: the flat members, then {@code metadata}, which repeats them for the original
   * app.
   */
  public static byte[] write(SessionMeta meta) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
    try (JsonGenerator out = Json.generator(bytes)) {
      out.writeStartObject();
      Json.member(out, RowJson.FILENAME, meta.id().filename());
      writeFields(out, meta);
      Json.member(out, RowJson.CHECKSUM, RowJson.text(meta.checksum()));
      Json.member(out, RowJson.SRC, meta.src());
      out.writeBooleanProperty(RowJson.THUMBNAIL, meta.thumbnail());
      Json.member(out, RowJson.DEGRADED, meta.degraded());
      Json.member(out, VERSION, CURRENT_VERSION);
      out.writeObjectPropertyStart(METADATA);
      writeFields(out, meta);
      out.writeEndObject();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void writeFields(JsonGenerator out, SessionMeta meta) {
    RowJson.writeText(out, meta.fields());
    out.writeNumberProperty(RowJson.IMAGE_COUNT, meta.fields().imageCount());
    Json.member(out, RowJson.CREATED_AT, meta.fields().createdAt());
    out.writeNumberProperty(RowJson.FILE_SIZE, meta.fileSizeBytes());
  }

  /**
   * Reads a document: ours, the original's with everything nested in {@code metadata}, and that of
   * its cache with {@code metadata.metadata}.
   *
   * <p>The original's checksum is of its own metadata and cannot be checked, so it is left out.
   *
   * @throws DocumentException if it is not a JSON object, names no session file, or has no
   *     metadata; whoever reads can take the row of the overall index, or have the session indexed
   *     again
   */
  public static SessionMeta read(byte[] json) throws DocumentException {
    JsonObject document = Json.document(json, "the meta index");
    SessionId id = RowJson.id(document);
    if (id == null) {
      throw new DocumentException("the meta index names no session file", null);
    }
    boolean flat = isDisplay(document);
    JsonObject display = flat ? document : nested(document);
    if (display == null) {
      throw new DocumentException("the meta index has no metadata", null);
    }
    SessionFields fields = RowJson.fields(display, SessionFields.DEFAULT_COLOR);
    if (fields.createdAt() == null) {
      fields = fields.withCreatedAt(document.text(RowJson.CREATED_AT));
    }
    @Nullable Checksum checksum = flat ? RowJson.checksum(document) : null;
    return new SessionMeta(
        id,
        fields,
        Math.max(display.count(RowJson.FILE_SIZE), document.count(RowJson.FILE_SIZE)),
        checksum,
        document.text(RowJson.SRC),
        document.truth(RowJson.THUMBNAIL),
        document.text(RowJson.DEGRADED));
  }

  private static boolean isDisplay(JsonObject object) {
    return DISPLAY.stream().anyMatch(object::has);
  }

  private static @Nullable JsonObject nested(JsonObject document) {
    JsonObject level = document.object(METADATA);
    for (int depth = 1; level != null && depth < MAX_NESTING; depth++) {
      if (isDisplay(level)) {
        return level;
      }
      JsonObject deeper = level.object(METADATA);
      if (deeper == null) {
        return level;
      }
      level = deeper;
    }
    return null;
  }
}
