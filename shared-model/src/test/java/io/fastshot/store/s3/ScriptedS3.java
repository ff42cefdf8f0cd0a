package io.fastshot.store.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fastshot.store.probe.StoreCapabilities;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A server on loopback that gives prepared answers, and keeps the requests that it got. */
public final class ScriptedS3 implements AutoCloseable {
  static final String BUCKET = "bucket";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** How to answer one request. */
  @FunctionalInterface
  public interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  /** A request that came in; header names in lower case. */
  record Request(String method, String path, String query, Map<String, String> headers) {}

  public ScriptedS3() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    requests.add(new Request(exchange.getRequestMethod(), uri.getRawPath(), query, headers));
    Answer answer = answers.poll();
    if (answer == null) {
      answer = status(500, "<Error><Code>NothingScripted</Code></Error>");
    }
    answer.give(exchange);
  }

  /** A store that talks to this server as to AWS. */
  public S3ObjectStore store(Duration timeout) {
    return S3ObjectStore.open(settings(timeout), StoreCapabilities.aws());
  }

  /** How to reach this server. */
  S3Settings settings(Duration timeout) {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    Credentials credentials = new Credentials("access", "secret");
    return new S3Settings(endpoint, "us-east-1", BUCKET, credentials, null, timeout);
  }

  public ScriptedS3 then(Answer answer) {
    answers.add(answer);
    return this;
  }

  public ScriptedS3 then(int status, String code) {
    return then(status(status, error(code)));
  }

  public List<Request> requests() {
    return requests;
  }

  static String error(String code) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>"
        + code
        + "</Code><Message>said the test</Message></Error>";
  }

  /** An answer with headers in pairs. */
  static Answer status(int status, String body, String... headers) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
      }
      boolean bare = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, bare ? -1 : bytes.length);
      if (!bare) {
        exchange.getResponseBody().write(bytes);
      }
      exchange.close();
    };
  }

  /** An object. */
  static Answer object(String body, String... headers) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", "\"e1\"");
      status(200, body, headers).give(exchange);
    };
  }

  /** Ends the connection without an answer. */
  static Answer dropped() {
    return HttpExchange::close;
  }

  /** Announces more bytes than it sends, and then ends the connection. */
  public static Answer cutOff(String body, int announced) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", "\"e1\"");
      exchange.sendResponseHeaders(200, announced);
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  /** Sends a part of the announced bytes and then nothing, until the test ends. */
  public Answer stuck(String body, int announced) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", "\"e1\"");
      exchange.sendResponseHeaders(200, announced);
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      waitForEnd();
    };
  }

  /** Never answers, until the test ends. */
  public Answer silent() {
    return _ -> waitForEnd();
  }

  private void waitForEnd() throws IOException {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
