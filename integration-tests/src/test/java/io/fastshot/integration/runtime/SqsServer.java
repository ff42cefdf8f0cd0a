package io.fastshot.integration.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fastshot.integration.runtime.SqsEvents.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A queue that takes {@code SendMessageBatch} as SQS does, over HTTP. Where its messages go is the
 * test's business.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">SendMessageBatch</a>
 */
final class SqsServer implements AutoCloseable {
  private static final int MOST_ENTRIES = 10;

  private final HttpServer server;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

  private SqsServer(HttpServer server) {
    this.server = server;
  }

  static SqsServer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SqsServer sqs = new SqsServer(server);
    server.createContext("/", sqs::handle);
    server.start();
    return sqs;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What goes into {@code FASTSHOT_QUEUE_URL}. */
  String queueUrl() {
    return endpoint() + "/123456789012/fastshot-events";
  }

  void add(String body) {
    messages.add(Message.of(body));
  }

  void bringBack(Message message) {
    messages.add(message);
  }

  /** Takes what is there, at most so many. */
  List<Message> receive(int most) {
    List<Message> batch = new ArrayList<>();
    messages.drainTo(batch, most);
    return batch.stream().map(Message::received).toList();
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  private void handle(HttpExchange exchange) throws IOException {
    JsonNode request = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
    JsonNode entries = request.path("Entries");
    boolean known =
        "AmazonSQS.SendMessageBatch".equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
            && queueUrl().equals(request.path("QueueUrl").asString())
            && !entries.isEmpty()
            && entries.size() <= MOST_ENTRIES;
    byte[] answer =
        known
            ? JsonMapper.shared().writeValueAsBytes(take(entries))
            : "{\"__type\":\"com.amazonaws.sqs#InvalidRequest\"}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(known ? 200 : 400, answer.length);
    try (var out = exchange.getResponseBody()) {
      out.write(answer);
    }
  }

  private ObjectNode take(JsonNode entries) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    ArrayNode successful = answer.putArray("Successful");
    for (JsonNode entry : entries) {
      String body = entry.path("MessageBody").asString();
      Message message = Message.of(body);
      messages.add(message);
      successful
          .addObject()
          .put("Id", entry.path("Id").asString())
          .put("MessageId", message.id())
          .put("MD5OfMessageBody", SqsEvents.md5(body));
    }
    return answer;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
