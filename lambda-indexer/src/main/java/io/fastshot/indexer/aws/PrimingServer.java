package io.fastshot.indexer.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of S3 as {@link Primer} needs: one session, no index, and every write succeeds. */
final class PrimingServer implements AutoCloseable {
  private static final byte[] SESSION =
      """
      {"session": {"version": "1.0", "timestamp": "2026-01-01T00:00:00", "windows": []},
       "metadata": {"name": "primer", "desc": "", "tags": [], "color": "blue", "class": "",
         "created_at": "2026-01-01T00:00:00", "filename": "primer", "image_count": 0,
         "thumbnail_collage": null}}
      """
          .getBytes(StandardCharsets.UTF_8);

  private final ServerSocket socket;
  private final String sessionKey;
  private final AtomicInteger requests = new AtomicInteger();

  private PrimingServer(ServerSocket socket, String sessionKey) {
    this.socket = socket;
    this.sessionKey = sessionKey;
  }

  /** Serves on loopback until it is closed. */
  static PrimingServer start(String sessionKey) throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    PrimingServer server = new PrimingServer(socket, sessionKey);
    Thread.ofVirtual().start(server::accept);
    return server;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** The notification of the session. */
  String event() {
    return "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"" + sessionKey + "\"}}}]}";
  }

  int requests() {
    return requests.get();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = in.readLine();
      int body = 0;
      for (String header = in.readLine();
          header != null && !header.isEmpty();
          header = in.readLine()) {
        if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
          body = Integer.parseInt(header.substring(15).strip());
        } else if (header.regionMatches(true, 0, "Expect:", 0, 7)) {
          connection.getOutputStream().write(text("HTTP/1.1 100 Continue\r\n\r\n"));
        }
      }
      in.skip(body);
      if (line != null) {
        requests.incrementAndGet();
        answer(line, connection.getOutputStream());
      }
    } catch (IOException e) {
      // The client says so: its request has no answer.
    }
  }

  private void answer(String request, OutputStream out) throws IOException {
    boolean reads = request.startsWith("GET ");
    if (reads && request.contains("list-type=2")) {
      send(
          out,
          "200 OK",
          "",
          text("<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>"));
    } else if (reads && request.contains("/" + sessionKey)) {
      String range = "bytes 0-" + (SESSION.length - 1) + "/" + SESSION.length;
      send(out, "206 Partial Content", "Content-Range: " + range + "\r\n", SESSION);
    } else if (reads) {
      send(
          out,
          "404 Not Found",
          "",
          text("<Error><Code>NoSuchKey</Code><Message>none</Message></Error>"));
    } else {
      send(out, "200 OK", "", new byte[0]);
    }
  }

  private static byte[] text(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  private static void send(OutputStream out, String status, String headers, byte[] body)
      throws IOException {
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nETag: \"primer\"\r\nConnection: close\r\nContent-Length: "
            + body.length
            + "\r\n"
            + headers
            + "\r\n";
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
