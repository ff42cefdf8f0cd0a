package io.fastshot.integration.runtime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Events and messages in the very form in which AWS sends them. */
final class SqsEvents {
  private SqsEvents() {}

  /** A message of the queue. */
  record Message(String id, String body, int receives) {
    static Message of(String body) {
      return new Message(UUID.randomUUID().toString(), body, 0);
    }

    Message received() {
      return new Message(id, body, receives + 1);
    }
  }

  /**
   * The event of a batch.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Lambda with SQS</a>
   */
  static String event(Collection<Message> batch) {
    ObjectNode event = JsonMapper.shared().createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Message message : batch) {
      ObjectNode record = records.addObject();
      record.put("messageId", message.id());
      record.put("receiptHandle", "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a" + message.id());
      record.put("body", message.body());
      record
          .putObject("attributes")
          .put("ApproximateReceiveCount", Integer.toString(Math.max(1, message.receives())))
          .put("SentTimestamp", "1767323045000")
          .put("SenderId", "AIDAJ3EXAMPLEABCDEFGH:S3-PROD-END")
          .put("ApproximateFirstReceiveTimestamp", "1767323045011");
      record.putObject("messageAttributes");
      record.put("md5OfBody", md5(message.body()));
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", "arn:aws:sqs:us-east-1:123456789012:fastshot-events");
      record.put("awsRegion", "us-east-1");
    }
    return event.toString();
  }

  /**
   * The body that S3 sends for a change.
   *
   * @param eventName such as {@code ObjectCreated:Put}
   * @param key not encoded
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event
   *     message structure</a>
   */
  static String notification(String bucket, String eventName, String key) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    ObjectNode record = body.putArray("Records").addObject();
    record.put("eventVersion", "2.1").put("eventSource", "aws:s3").put("awsRegion", "us-east-1");
    record.put("eventTime", "2026-01-02T03:04:05.678Z").put("eventName", eventName);
    record.putObject("userIdentity").put("principalId", "AWS:AIDAINPONIXQXHT3IKHL2");
    record.putObject("requestParameters").put("sourceIPAddress", "205.255.255.255");
    record
        .putObject("responseElements")
        .put("x-amz-request-id", "D82B88E5F771F645")
        .put(
            "x-amz-id-2",
            "vlR7PnpV2Ce81l0PRw6jlUpck7Jo5ZsQjryTjKlc5aLWGVHPZLj5NeC6qMa0emYBDXOo6QBU0Wo=");
    ObjectNode s3 = record.putObject("s3");
    s3.put("s3SchemaVersion", "1.0").put("configurationId", "fastshot-sessions");
    ObjectNode in = s3.putObject("bucket").put("name", bucket);
    in.putObject("ownerIdentity").put("principalId", "A3NL1KOZZKExample");
    in.put("arn", "arn:aws:s3:::" + bucket);
    s3.putObject("object")
        .put("key", URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"))
        .put("size", 1024)
        .put("eTag", "d41d8cd98f00b204e9800998ecf8427e")
        .put("versionId", "096fKKXTRTtl3on89fVO.nfljtsv6qko")
        .put("sequencer", "0055AED6DCD90281E5");
    return body.toString();
  }

  /** What S3 sends when a notification is set up. */
  static String testEvent(String bucket) {
    return """
    {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-01-02T03:04:05.678Z","Bucket":"%s",\
    "RequestId":"5582815E1AEA5ADF","HostId":"8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR+YstdA6Knx4Ip8EXAMPLE"}\
    """
        .formatted(bucket);
  }

  static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
