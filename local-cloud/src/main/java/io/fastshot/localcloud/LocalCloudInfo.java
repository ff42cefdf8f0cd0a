package io.fastshot.localcloud;

import java.io.StringWriter;
import java.net.URI;
import java.util.Map;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a client needs to use a local cloud.
 *
 * @param endpoint of S3 and of the Lambda Invoke API, such as {@code http://127.0.0.1:40001}
 * @param region to sign for
 * @param bucket that holds the library
 * @param accessKey access key id
 * @param secretKey secret access key
 * @param rebuildFunction name of the rebuild function
 */
public record LocalCloudInfo(
    URI endpoint,
    String region,
    String bucket,
    String accessKey,
    String secretKey,
    String rebuildFunction) {

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * One line of JSON, without its end of line: {@code endpoint}, {@code region}, {@code bucket},
   * {@code access_key}, {@code secret_key}, {@code rebuild_function}.
   */
  public String toJsonLine() {
    StringWriter text = new StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("endpoint", endpoint.toString());
      json.writeStringProperty("region", region);
      json.writeStringProperty("bucket", bucket);
      json.writeStringProperty("access_key", accessKey);
      json.writeStringProperty("secret_key", secretKey);
      json.writeStringProperty("rebuild_function", rebuildFunction);
      json.writeEndObject();
    }
    return text.toString();
  }

  /** What {@link #toJsonLine} wrote, as a map. */
  static LocalCloudInfo ofMap(Map<String, String> members) {
    return new LocalCloudInfo(
        URI.create(members.getOrDefault("endpoint", "")),
        members.getOrDefault("region", ""),
        members.getOrDefault("bucket", ""),
        members.getOrDefault("access_key", ""),
        members.getOrDefault("secret_key", ""),
        members.getOrDefault("rebuild_function", ""));
  }

  /** Without the secret key, so that a log line does not give it away. */
  @Override
  public String toString() {
    return "local cloud at " + endpoint + ", bucket " + bucket;
  }
}
