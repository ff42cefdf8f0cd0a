package io.fastshot.localcloud.events;

import io.fastshot.localcloud.disk.ObjectChange;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The body of the message that S3 sends for a change.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event
 *     message structure</a>
 */
public final class S3EventBody {
  private static final JsonFactory JSON = new JsonFactory();

  private S3EventBody() {}

  /** The message of one change. */
  public static String of(ObjectChange change, String region) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("Records");
      json.writeStartObject();
      json.writeStringProperty("eventVersion", "2.1");
      json.writeStringProperty("eventSource", "aws:s3");
      json.writeStringProperty("awsRegion", region);
      json.writeStringProperty(
          "eventTime", change.time().truncatedTo(ChronoUnit.MILLIS).toString());
      json.writeStringProperty("eventName", change.kind().eventName());
      writeS3(json, change);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void writeS3(JsonGenerator json, ObjectChange change) {
    json.writeObjectPropertyStart("s3");
    json.writeStringProperty("s3SchemaVersion", "1.0");
    json.writeStringProperty("configurationId", "fastshot-sessions");
    json.writeObjectPropertyStart("bucket");
    json.writeStringProperty("name", change.bucket());
    json.writeStringProperty("arn", "arn:aws:s3:::" + change.bucket());
    json.writeEndObject();
    json.writeObjectPropertyStart("object");
    json.writeStringProperty("key", encoded(change.key()));
    if (!change.kind().isRemoval()) {
      json.writeNumberProperty("size", change.sizeBytes());
      json.writeStringProperty("eTag", change.etag().replace("\"", ""));
    }
    json.writeStringProperty("sequencer", String.format("%018X", change.sequence()));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Form-URL-encoded, as S3 does it: a space becomes a plus, slashes stay. */
  private static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
