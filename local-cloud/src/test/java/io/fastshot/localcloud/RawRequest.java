package io.fastshot.localcloud;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One HTTP request as bytes on a socket, signed by hand: what a client library would never send.
 */
final class RawRequest {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final LocalCloudInfo info;
  private final String method;
  private final String path;
  private final String query;
  private final Map<String, String> signed = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();
  private byte[] body = new byte[0];
  private boolean keepsAlive;

  /** An answer. */
  record Answer(int status, String head, String body) {}

  /**
   * @param path encoded
   * @param query encoded, its parameters in order
   */
  RawRequest(LocalCloudInfo info, String method, String path, String query) {
    this.info = info;
    this.method = method;
    this.path = path;
    this.query = query;
    header("host", info.endpoint().getAuthority());
  }

  /** A header that is signed. */
  RawRequest header(String name, String value) {
    signed.put(name, value);
    lines.add(name + ": " + value);
    return this;
  }

  /** A header that is not signed. */
  RawRequest unsigned(String name, String value) {
    lines.add(name + ": " + value);
    return this;
  }

  /** The connection is used again. */
  RawRequest keepingAlive() {
    keepsAlive = true;
    return this;
  }

  RawRequest body(String text) {
    body = text.getBytes(UTF_8);
    return this;
  }

  /** Signs for S3, with the body's hash. */
  RawRequest sign() {
    return sign("s3", hex(sha256(body)));
  }

  /** Signs, and sends the hash along. */
  RawRequest sign(String service, String bodyHash) {
    header("x-amz-content-sha256", bodyHash);
    return signWithoutHeader(service, bodyHash);
  }

  RawRequest signWithoutHeader(String service, String bodyHash) {
    String date = DATE.format(Instant.now());
    header("x-amz-date", date);
    String names = String.join(";", signed.keySet());
    String headers =
        signed.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    String canonical = String.join("\n", method, path, canonicalQuery(), headers, names, bodyHash);
    String scope = date.substring(0, 8) + "/" + info.region() + "/" + service + "/aws4_request";
    byte[] key = ("AWS4" + info.secretKey()).getBytes(UTF_8);
    for (String part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    String text =
        String.join("\n", "AWS4-HMAC-SHA256", date, scope, hex(sha256(canonical.getBytes(UTF_8))));
    lines.add(
        "Authorization: AWS4-HMAC-SHA256 Credential="
            + info.accessKey()
            + "/"
            + scope
            + ", SignedHeaders="
            + names
            + ", Signature="
            + hex(hmac(key, text)));
    return this;
  }

  private String canonicalQuery() {
    return Arrays.stream(query.split("&"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.contains("=") ? part : part + "=")
        .collect(Collectors.joining("&"));
  }

  /** Sends it all and reads the answer. */
  Answer send() throws IOException {
    return send(body.length);
  }

  /** Sends the body, and says that it has another length. */
  Answer send(long length) throws IOException {
    unsigned("Content-Length", Long.toString(length));
    return sendAsItIs();
  }

  /** Sends it without a length. */
  Answer sendAsItIs() throws IOException {
    try (Socket socket = begin()) {
      return answer(socket);
    }
  }

  /** Sends it and leaves the connection open. */
  Socket begin() throws IOException {
    URI endpoint = info.endpoint();
    Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    over(socket);
    return socket;
  }

  /** Sends it over a connection that is there. */
  void over(Socket socket) throws IOException {
    String target = query.isEmpty() ? path : path + "?" + query;
    String head =
        method
            + " "
            + target
            + " HTTP/1.1\r\n"
            + String.join("\r\n", lines)
            + (keepsAlive ? "\r\n\r\n" : "\r\nConnection: close\r\n\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(ISO_8859_1));
    all.writeBytes(body);
    socket.getOutputStream().write(all.toByteArray());
  }

  /** What comes until this has come. */
  static String answerUpTo(String end, Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (!all.toString(UTF_8).endsWith(end)) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("the answer ended early: " + all.toString(UTF_8));
      }
      all.write(next);
    }
    return all.toString(UTF_8);
  }

  static Answer answer(Socket socket) throws IOException {
    String all = new String(socket.getInputStream().readAllBytes(), UTF_8);
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no answer: " + all);
    }
    return new Answer(
        Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The SHA-256 of a body, as it is signed. */
  static String hash(String body) {
    return hex(sha256(body.getBytes(UTF_8)));
  }

  /** The value of Content-MD5. */
  static String md5(String body) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
