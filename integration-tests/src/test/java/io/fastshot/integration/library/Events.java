package io.fastshot.integration.library;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What S3 and SQS send, as far as the indexer may look at it. */
final class Events {
  private Events() {}

  /** The notification of a change of one object. */
  static String changed(String key) {
    String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
    return """
    {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","eventName":"ObjectCreated:Put",
      "s3":{"s3SchemaVersion":"1.0","bucket":{"name":"b"},"object":{"key":"%s"}}}]}\
    """
        .formatted(encoded);
  }

  /** A batch of messages; a message's id is its place. */
  static SQSEvent batch(List<String> bodies) {
    List<SQSEvent.SQSMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
      message.setMessageId(Integer.toString(messages.size()));
      message.setBody(body);
      messages.add(message);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }
}
