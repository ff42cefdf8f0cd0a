package io.fastshot.localcloud.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the signatures of requests to other services than S3 (S3Proxy checks those of S3, and
 * knows no other service).
 *
 * @param accessKey the only access key there is
 * @param secretKey its secret
 * @param clock a request signed more than 15 minutes off it is refused
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS
 *     Signature Version 4</a>
 */
public record SignatureV4(String accessKey, String secretKey, InstantSource clock) {
  private static final Duration MAX_SKEW = Duration.ofMinutes(15);
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final Pattern HEADER =
      Pattern.compile(
          ALGORITHM
              + " +Credential=(?<key>[^/,]+)/(?<scope>[^,]+), *SignedHeaders=(?<headers>[^,]+),"
              + " *Signature=(?<signature>[0-9a-f]{64})");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

  /**
   * Checks a request.
   *
   * @param body its whole body
   * @return why the request is refused; empty if its signature is right
   */
  public Optional<String> refusal(HttpServletRequest request, byte[] body) {
    String authorization = request.getHeader("Authorization");
    Matcher parts = HEADER.matcher(authorization == null ? "" : authorization);
    if (!parts.matches()) {
      return Optional.of("The request has no " + ALGORITHM + " signature.");
    }
    String date = request.getHeader("x-amz-date");
    if (date == null || !isCurrent(date)) {
      return Optional.of("The request's x-amz-date is missing or not the current time.");
    }
    String bodyHash = hex(sha256(body));
    String claimedHash = request.getHeader("x-amz-content-sha256");
    if (claimedHash != null && !claimedHash.equals(bodyHash)) {
      return Optional.of("The body is not the one that was signed.");
    }
    String expected =
        sign(date, parts.group("scope"), canonical(request, parts.group("headers"), bodyHash));
    boolean right =
        parts.group("key").equals(accessKey)
            && MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                parts.group("signature").getBytes(StandardCharsets.US_ASCII));
    return right
        ? Optional.empty()
        : Optional.of("The access key or the signature is wrong: check the credentials.");
  }

  private boolean isCurrent(String date) {
    try {
      Instant signed = LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
      return Duration.between(signed, clock.instant()).abs().compareTo(MAX_SKEW) <= 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private String sign(String date, String scope, String canonicalRequest) {
    byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    String text =
        String.join(
            "\n",
            ALGORITHM,
            date,
            scope,
            hex(sha256(canonicalRequest.getBytes(StandardCharsets.UTF_8))));
    return hex(hmac(key, text));
  }

  private static String canonical(HttpServletRequest request, String signed, String bodyHash) {
    String headers =
        Arrays.stream(signed.split(";", -1))
            .map(name -> name + ":" + value(request, name) + "\n")
            .collect(Collectors.joining());
    String path =
        Arrays.stream(request.getRequestURI().split("/", -1))
            .map(SignatureV4::encode)
            .collect(Collectors.joining("/"));
    return String.join("\n", request.getMethod(), path, query(request), headers, signed, bodyHash);
  }

  private static String value(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .map(value -> value.strip().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  private static String query(HttpServletRequest request) {
    return new TreeMap<>(request.getParameterMap())
        .entrySet().stream()
            .flatMap(entry ->
                Arrays.stream(entry.getValue())
                    .sorted()
                    .map(value -> encode(entry.getKey()) + "=" + encode(value)))
            .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Without the secret key. */
  @Override
  public String toString() {
    return "SignatureV4[accessKey=" + accessKey + "]";
  }
}
