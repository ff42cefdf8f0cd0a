package io.fastshot.store.s3;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A store whose clock shows 2031, and which refuses requests that were signed at another time. The
 * JDK's server cannot be told another date than the real one.
 */
final class SkewedStore implements AutoCloseable {
  private static final String DATE = "Tue, 06 May 2031 07:08:09 GMT";
  private static final String SIGNED_IN = "20310506T";

  private final ServerSocket socket = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
  private final List<String> dates = new CopyOnWriteArrayList<>();
  private final boolean forgives;

  /** One that, if it does not forgive, finds fault with every clock. */
  SkewedStore(boolean forgives) throws IOException {
    this.forgives = forgives;
    Thread.ofVirtual().start(this::serve);
  }

  private void serve() {
    try {
      while (true) {
        try (Socket caller = socket.accept()) {
          answer(caller);
        }
      }
    } catch (SocketException _) {
      // closed: the test is over
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(Socket caller) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
    String asked = in.readLine();
    String date = "";
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("x-amz-date:")) {
        date = line.substring(line.indexOf(':') + 1).strip();
      } else if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    for (int read = 0; read < length && in.read() >= 0; read++) {}
    dates.add(date);
    boolean right = forgives && date.startsWith(SIGNED_IN);
    String body = right ? "" : ScriptedS3.error("RequestTimeTooSkewed");
    if (right && asked.contains("list-type")) {
      body = "<ListBucketResult></ListBucketResult>";
    }
    String head =
        "HTTP/1.1 %s\r\nDate: %s\r\nETag: \"e1\"\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
            .formatted(right ? "200 OK" : "403 Forbidden", DATE, body.length());
    String sent = asked.startsWith("HEAD") ? head : head + body;
    caller.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
    caller.getOutputStream().flush();
  }

  /** When the requests were signed. */
  List<String> dates() {
    return dates;
  }

  S3ObjectStore store() {
    URI endpoint = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    return S3ObjectStore.open(
        new S3Settings(
            endpoint,
            "us-east-1",
            "bucket",
            new Credentials("access", "secret"),
            null,
            Duration.ofSeconds(20)),
        io.fastshot.store.probe.StoreCapabilities.aws());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
