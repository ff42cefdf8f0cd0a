package io.fastshot.json;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notification that S3 sends to a queue. */
public final class S3EventJson {
  private S3EventJson() {}

  private static final String EVENT = "Event";
  private static final String TEST_EVENT = "s3:TestEvent";
  private static final String RECORDS = "Records";
  private static final String EVENT_TIME = "eventTime";
  private static final String S3 = "s3";
  private static final String OBJECT = "object";
  private static final String KEY = "key";

  /**
   * The object keys that a notification names, decoded ({@code +} is a space, {@code %..} is
   * UTF-8), in its order, repetitions included. What happened to them is not told: an event is a
   * hint to look, whatever its type.
   *
   * @param body the JSON of one message
   * @return empty for {@code s3:TestEvent}
   * @throws DocumentException if it is no such notification
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event
   *     message structure</a>
   */
  public static List<String> sessionKeys(String body) throws DocumentException {
    JsonObject event = Json.document(Json.parser(body), "the message");
    if (event.text(EVENT, "").equals(TEST_EVENT)) {
      return List.of();
    }
    if (!event.has(RECORDS)) {
      throw new DocumentException("the message is no notification of S3: it has no Records", null);
    }
    List<String> keys = new ArrayList<>();
    for (Object record : event.list(RECORDS)) {
      keys.add(key(record));
    }
    return keys;
  }

  /**
   * When the first event of a notification happened, as S3 says.
   *
   * @return null if the body does not tell
   */
  public static @Nullable Instant eventTime(String body) {
    try {
      JsonObject event = Json.document(Json.parser(body), "the message");
      List<?> records = event.has(RECORDS) ? event.list(RECORDS) : List.of();
      JsonObject first = records.isEmpty() ? null : JsonObject.of(records.getFirst());
      String time = first == null ? null : first.text(EVENT_TIME);
      return time == null ? null : Instant.parse(time);
    } catch (DocumentException | DateTimeParseException _) {
      return null;
    }
  }

  private static String key(Object record) throws DocumentException {
    JsonObject outer = JsonObject.of(record);
    JsonObject s3 = outer == null ? null : outer.object(S3);
    JsonObject object = s3 == null ? null : s3.object(OBJECT);
    String key = object == null ? null : object.text(KEY);
    if (key == null || key.isEmpty()) {
      throw new DocumentException("a record of the message names no object", null);
    }
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new DocumentException("a key of the message is not URL-encoded: " + key, e);
    }
  }
}
