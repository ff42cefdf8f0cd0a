package io.fastshot.json;

import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A session's members in JSON: a row of the overall index, and the flat part of a meta index. */
final class RowJson {
  private RowJson() {}

  static final String FILENAME = "filename";
  static final String NAME = "name";
  static final String DESC = "desc";
  static final String TAGS = "tags";
  static final String COLOR = "color";
  static final String CLASS = "class";
  static final String IMAGE_COUNT = "image_count";
  static final String CREATED_AT = "created_at";
  static final String FILE_SIZE = "file_size";
  static final String CHECKSUM = "checksum";
  static final String SRC = "src";
  static final String THUMBNAIL = "thumbnail";
  static final String DEGRADED = "degraded";
  static final String REV = "rev";
  private static final String DESC_CUT = "desc_cut";

  /** Takes a file name; null if it is none of a session. */
  static @Nullable SessionId id(JsonObject from) {
    String filename = from.text(FILENAME);
    return filename != null && SessionId.isSessionFilename(filename)
        ? SessionId.ofFilename(filename)
        : null;
  }

  /** Takes the seven fields. */
  static SessionFields fields(JsonObject from, String defaultColor) {
    return new SessionFields(
        from.text(NAME, ""),
        from.text(DESC, ""),
        from.texts(TAGS),
        from.text(COLOR, defaultColor),
        from.text(CLASS, ""),
        from.smallCount(IMAGE_COUNT),
        from.text(CREATED_AT));
  }

  /** Takes a checksum; null if there is none with the name of its algorithm. */
  static @Nullable Checksum checksum(JsonObject from) {
    String text = from.text(CHECKSUM, "");
    int colon = text.indexOf(':');
    return colon > 0 && colon < text.length() - 1 ? Checksum.parse(text) : null;
  }

  /** Takes a row; null if it names no session. */
  static @Nullable IndexRow read(JsonObject from) {
    SessionId id = id(from);
    if (id == null) {
      return null;
    }
    SessionMeta meta =
        new SessionMeta(
            id,
            fields(from, ""),
            from.count(FILE_SIZE),
            checksum(from),
            from.text(SRC),
            from.truth(THUMBNAIL),
            from.text(DEGRADED));
    boolean descCut = from.truth(DESC_CUT);
    return new IndexRow(meta, descCut, from.count(REV), from.rest());
  }

  /** Writes a row; members that this version does not know come last. */
  static void write(JsonGenerator out, IndexRow row) {
    SessionMeta meta = row.meta();
    out.writeStartObject();
    Json.member(out, FILENAME, meta.id().filename());
    Json.member(out, CREATED_AT, meta.fields().createdAt());
    out.writeNumberProperty(FILE_SIZE, meta.fileSizeBytes());
    Json.member(out, CHECKSUM, text(meta.checksum()));
    writeText(out, meta.fields());
    if (row.descCut()) {
      out.writeBooleanProperty(DESC_CUT, true);
    }
    out.writeNumberProperty(IMAGE_COUNT, meta.fields().imageCount());
    Json.member(out, SRC, meta.src());
    out.writeBooleanProperty(THUMBNAIL, meta.thumbnail());
    if (meta.degraded() != null) {
      Json.member(out, DEGRADED, meta.degraded());
    }
    out.writeNumberProperty(REV, row.rev());
    row.other().forEach((name, value) -> Json.member(out, name, value));
    out.writeEndObject();
  }

  /** Writes name, description, tags, color and class. */
  static void writeText(JsonGenerator out, SessionFields fields) {
    Json.member(out, NAME, fields.name());
    Json.member(out, DESC, fields.desc());
    Json.member(out, TAGS, fields.tags());
    Json.member(out, COLOR, fields.color());
    Json.member(out, CLASS, fields.sessionClass());
  }

  static @Nullable String text(@Nullable Checksum checksum) {
    return checksum == null ? null : checksum.toString();
  }
}
