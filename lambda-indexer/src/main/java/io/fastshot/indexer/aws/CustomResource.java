package io.fastshot.indexer.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request of CloudFormation to make, change or remove a custom resource.
 *
 * @param request as CloudFormation sent it
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html">Custom
 *     resource reference</a>
 */
record CustomResource(JsonNode request) {
  private static final int TIMEOUT_MILLIS = 20_000;
  private static final int FIRST_ERROR = 400;

  static CustomResource read(InputStream input) throws IOException {
    return new CustomResource(JsonMapper.shared().readTree(input.readAllBytes()));
  }

  boolean isRemoval() {
    return request.path("RequestType").asString("").equals("Delete");
  }

  /**
   * A property.
   *
   * @throws IllegalArgumentException if it is missing
   */
  String property(String name) {
    return text(request.path("ResourceProperties"), name);
  }

  /** What a property was before a change; null if it was not. */
  @Nullable String before(String name) {
    JsonNode old = request.path("OldResourceProperties").path(name);
    return old.isString() ? old.asString() : null;
  }

  List<String> list(String name) {
    return request
        .path("ResourceProperties")
        .path(name)
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private static String text(JsonNode properties, String name) {
    String value = properties.path(name).asString("");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("the property " + name + " is missing");
    }
    return value;
  }

  /**
   * Tells CloudFormation how it went; until then it waits, for up to an hour.
   *
   * @param id of the resource; another one than before means that the old one is to be removed
   * @param failure null if all went well
   */
  void answer(String id, @Nullable String failure) throws IOException {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("Status", failure == null ? "SUCCESS" : "FAILED");
    json.put("Reason", failure == null ? "" : failure);
    json.put("PhysicalResourceId", id);
    for (String member : List.of("StackId", "RequestId", "LogicalResourceId")) {
      json.put(member, request.path(member).asString(""));
    }
    byte[] body = JsonMapper.shared().writeValueAsBytes(json);
    URI url = URI.create(text(request, "ResponseURL"));
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setRequestMethod("PUT");
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setRequestProperty("Content-Type", ""); // the URL was signed without one
    connection.setFixedLengthStreamingMode(body.length);
    connection.setDoOutput(true);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    int status = connection.getResponseCode();
    connection.disconnect();
    if (status >= FIRST_ERROR) {
      throw new IOException("CloudFormation did not take the answer: " + status);
    }
  }
}
