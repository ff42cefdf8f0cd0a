package io.fastshot.client.data.journal;

import io.fastshot.client.data.transfer.SourceFile;
import io.fastshot.client.data.transfer.UnfinishedUpload;
import io.fastshot.client.data.transfer.Upload;
import io.fastshot.model.Checksum;
import io.fastshot.model.SessionId;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One entry as JSON, the only place that knows its names. */
final class EntryJson {
  private static final int VERSION = 1;
  private static final String UPLOAD = "upload";
  private static final String DOWNLOAD = "download";
  private static final JsonMapper JSON = new JsonMapper();

  private EntryJson() {}

  static byte[] write(Entry entry) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    root.put("order", entry.order());
    root.put("stage", entry.stage().name());
    root.put("note", entry.note());
    SessionId free = entry.free();
    root.put("free", free == null ? null : free.filename());
    root.put("changed_at", entry.changedAt().toString());
    root.put("session", entry.subject().session().filename());
    switch (entry.subject()) {
      case Subject.Sent sent -> write(root, sent);
      case Subject.Fetched(var _, long size, String src, Checksum checksum) -> {
        root.put("kind", DOWNLOAD);
        root.put("size_bytes", size);
        root.put("src", src);
        root.put("checksum", checksum == null ? null : checksum.toString());
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private static void write(ObjectNode root, Subject.Sent sent) {
    root.put("kind", UPLOAD);
    root.put("file", sent.source().path().toString());
    root.put("size_bytes", sent.source().sizeBytes());
    root.put("modified_ms", sent.source().modifiedMillis());
    root.put("check", sent.check().name());
    UnfinishedUpload upload = sent.unfinished();
    if (upload != null) {
      ObjectNode parts = root.putObject("in_parts");
      parts.put("upload_id", upload.id());
      if (upload.others() != null) {
        var others = parts.putArray("others");
        upload.others().forEach(others::add);
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws tools.jackson.core.JacksonException if it is no JSON
   * @throws RuntimeException of the JDK if it is JSON of another kind
   */
  static Entry read(String id, byte[] json) {
    JsonNode root = JSON.readTree(json);
    if (root.path("version").asInt(0) != VERSION) {
      throw new IllegalArgumentException("of another version of this program");
    }
    String free = text(root, "free");
    return new Entry(
        id,
        root.required("order").asLong(),
        subject(root),
        Stage.valueOf(root.required("stage").asString()),
        root.path("note").asString(""),
        free == null ? null : SessionId.ofFilename(free),
        Instant.parse(root.required("changed_at").asString()));
  }

  private static Subject subject(JsonNode root) {
    SessionId session = SessionId.ofFilename(root.required("session").asString());
    long size = root.required("size_bytes").asLong();
    if (root.required("kind").asString().equals(UPLOAD)) {
      Path file = Path.of(root.required("file").asString());
      return new Subject.Sent(
          new SourceFile(file, size, root.required("modified_ms").asLong()),
          session,
          Upload.Check.valueOf(root.required("check").asString()),
          root.has("in_parts") ? unfinished(root.required("in_parts")) : null);
    }
    String checksum = text(root, "checksum");
    return new Subject.Fetched(
        session, size, text(root, "src"), checksum == null ? null : Checksum.parse(checksum));
  }

  private static UnfinishedUpload unfinished(JsonNode parts) {
    return new UnfinishedUpload(
        text(parts, "upload_id"),
        parts.has("others")
            ? parts.required("others").valueStream().map(JsonNode::asString).toList()
            : null);
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isString() ? value.asString() : null;
  }
}
