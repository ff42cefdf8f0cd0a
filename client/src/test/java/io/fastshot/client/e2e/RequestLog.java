package io.fastshot.client.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A relay between a client and the local cloud that passes every byte on and notes the request
 * lines: what a client asked for, seen from the wire. Closing it is the network going away.
 */
final class RequestLog implements AutoCloseable {
  private static final Pattern REQUEST_LINE =
      Pattern.compile("(?:^|\n)((?:GET|PUT|HEAD|DELETE|POST) /[^ \r\n]* HTTP/1\\.1)\r\n");

  private final ServerSocket server;
  private final URI target;
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytesDown = new AtomicLong();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  RequestLog(URI target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("request-log").start(this::accept);
  }

  /** Where clients connect to. */
  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** The request lines seen so far, such as {@code GET /bucket/key HTTP/1.1}. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** The request lines whose path holds a text. */
  List<String> requestsOf(String part) {
    return requests.stream().filter(line -> line.contains(part)).toList();
  }

  /** Bytes that went to the client, headers included. */
  long bytesDown() {
    return bytesDown.get();
  }

  void reset() {
    requests.clear();
    bytesDown.set(0);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket upstream = new Socket();
        upstream.connect(new InetSocketAddress(target.getHost(), target.getPort()));
        open.add(client);
        open.add(upstream);
        Thread.ofVirtual().start(() -> relay(client, upstream, true));
        Thread.ofVirtual().start(() -> relay(upstream, client, false));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void relay(Socket from, Socket to, boolean up) {
    byte[] buffer = new byte[64 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (up) {
          note(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        } else {
          bytesDown.addAndGet(n);
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      // Either side hung up: the other side's relay ends with it, and the client sees the break.
      open.remove(from);
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  /**
   * A client of HTTP/1.1 without pipelining sends each request's head at the start of a segment.
   */
  private void note(String bytes) {
    Matcher matcher = REQUEST_LINE.matcher(bytes);
    while (matcher.find()) {
      requests.add(matcher.group(1));
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
