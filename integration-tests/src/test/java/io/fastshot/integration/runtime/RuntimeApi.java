package io.fastshot.integration.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The Runtime API of Lambda for one function: hands out invocations and takes answers.
 *
 * <p><b>Threads:</b> safe from any.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
  private static final String VERSION = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> handedOut = new ConcurrentHashMap<>();

  /** What a function answered. */
  sealed interface Answer {

    /** It returned. */
    record Returned(String json) implements Answer {}

    /** It threw, or could not be started. */
    record Failed(String json) implements Answer {}

    /** Its process ended without an answer. */
    record Crashed() implements Answer {}
  }

  private record Invocation(
      String id, byte[] event, Duration timeout, CompletableFuture<Answer> answer) {}

  private RuntimeApi(HttpServer server) {
    this.server = server;
  }

  static RuntimeApi start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RuntimeApi api = new RuntimeApi(server);
    server.createContext(VERSION, api::handle);
    server.setExecutor(api.threads);
    server.start();
    return api;
  }

  /** What goes into {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Hands an event to the function; completes with its answer. */
  CompletableFuture<Answer> invoke(byte[] event, Duration timeout) {
    Invocation invocation =
        new Invocation(UUID.randomUUID().toString(), event, timeout, new CompletableFuture<>());
    waiting.add(invocation);
    return invocation.answer();
  }

  /** The function's process is gone: nobody will answer what it was given. */
  void crashed() {
    handedOut.values().forEach(invocation -> invocation.answer().complete(new Answer.Crashed()));
    handedOut.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(VERSION.length());
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.equals("invocation/next")) {
      next(exchange);
    } else if (path.equals("init/error")) {
      answer(exchange, 202);
      String reason = new String(body, StandardCharsets.UTF_8);
      waiting.forEach(invocation -> invocation.answer().complete(new Answer.Failed(reason)));
    } else {
      settle(exchange, path.split("/", -1), new String(body, StandardCharsets.UTF_8));
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    Invocation invocation;
    try {
      invocation = waiting.take();
    } catch (InterruptedException _) {
      exchange.close(); // the end of the test
      return;
    }
    handedOut.put(invocation.id(), invocation);
    var headers = exchange.getResponseHeaders();
    long deadline = System.currentTimeMillis() + invocation.timeout().toMillis();
    headers.add("Content-Type", "application/json");
    headers.add("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.add("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    headers.add(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:123456789012:function:fastshot");
    exchange.sendResponseHeaders(200, invocation.event().length);
    try (var out = exchange.getResponseBody()) {
      out.write(invocation.event());
    }
  }

  /** {@code invocation/ID/response} or {@code invocation/ID/error}. */
  private void settle(HttpExchange exchange, String[] path, String body) throws IOException {
    Invocation invocation = path.length == 3 ? handedOut.remove(path[1]) : null;
    if (invocation == null) {
      answer(exchange, 404);
      return;
    }
    answer(exchange, 202);
    invocation
        .answer()
        .complete(path[2].equals("response") ? new Answer.Returned(body) : new Answer.Failed(body));
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
