package io.fastshot.localcloud.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
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
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the signatures of requests, by their {@code Authorization} header and without their body:
 * who sends the body's hash has signed the hash.
 *
 * @param service such as {@code s3}; what was signed for another one is refused
 * @param accessKey the only access key there is
 * @param secretKey its secret
 * @param clock a request signed more than 15 minutes off it is refused
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS
 *     Signature Version 4</a>
 */
public record SignatureV4(String service, String accessKey, String secretKey, InstantSource clock) {
  private static final Duration MAX_SKEW = Duration.ofMinutes(15);
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String S3 = "s3";
  private static final Pattern HEADER =
      Pattern.compile(
          ALGORITHM
              + " *Credential=(?<key>[^/,]+)/(?<scope>[^,]+), *SignedHeaders=(?<headers>[^,]+),"
              + " *Signature=(?<signature>[0-9a-f]{64})");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

  /**
   * Why a request is refused.
   *
   * @param code as S3 has it
   * @param message for a person
   */
  public record Refusal(String code, String message) {}

  private record Parameter(String name, String value) {}

  /**
   * Checks a request.
   *
   * @param bodyHash what its sender says of the body: a SHA-256 in hexadecimal digits, or one of
   *     S3's words; whoever reads the body must check it
   * @return empty if the signature is right
   */
  public Optional<Refusal> refusal(HttpServletRequest request, String bodyHash) {
    Optional<Refusal> ofSender = refusalOfSender(request);
    if (ofSender.isPresent()) {
      return ofSender;
    }
    Matcher parts = HEADER.matcher(authorization(request));
    String expected =
        parts.matches()
            ? sign(
                request.getHeader("x-amz-date"),
                parts.group("scope"),
                canonical(request, parts.group("headers"), bodyHash))
            : "";
    return parts.matches() && isSame(expected, parts.group("signature"))
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided:"
                    + " check the credentials."));
  }

  /** The part of the check that needs no hash: for whom and when the request was signed. */
  public Optional<Refusal> refusalOfSender(HttpServletRequest request) {
    Matcher parts = HEADER.matcher(authorization(request));
    if (!parts.matches() || !parts.group("scope").endsWith("/" + service + "/aws4_request")) {
      return Optional.of(
          new Refusal(
              "AccessDenied",
              "The request has no " + ALGORITHM + " signature for " + service + "."));
    }
    if (!parts.group("key").equals(accessKey)) {
      return Optional.of(
          new Refusal("InvalidAccessKeyId", "The access key is not this local cloud's: check it."));
    }
    String date = request.getHeader("x-amz-date");
    return date != null && isCurrent(date)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "RequestTimeTooSkewed",
                "The request's x-amz-date is missing or not the current time."));
  }

  /** The headers of a request that AWS wants signed and that its signature does not cover. */
  public List<String> unsigned(HttpServletRequest request) {
    Matcher parts = HEADER.matcher(authorization(request));
    return parts.matches() ? unsigned(request, parts.group("headers")) : List.of();
  }

  /** The same for a request that is signed in its address. */
  static List<String> unsignedInAddress(HttpServletRequest request) {
    return unsigned(
        request,
        parameters(request)
            .filter(parameter -> parameter.name().equals("X-Amz-SignedHeaders"))
            .map(Parameter::value)
            .findFirst()
            .orElse(""));
  }

  private static List<String> unsigned(HttpServletRequest request, String signed) {
    Set<String> names = Set.of(signed.toLowerCase(Locale.ROOT).split(";", -1));
    return Collections.list(request.getHeaderNames()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
        .filter(name -> !names.contains(name))
        .sorted()
        .toList();
  }

  /** The hash of a whole body, as it is signed. */
  public static String hash(byte[] body) {
    return hex(sha256(body));
  }

  /** Compares two hashes in a time that tells nothing of them. */
  public static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
  }

  private static String authorization(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header == null ? "" : header;
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

  private String canonical(HttpServletRequest request, String signed, String bodyHash) {
    String headers =
        Arrays.stream(signed.split(";", -1))
            .map(name -> name + ":" + value(request, name) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n", request.getMethod(), path(request), query(request), headers, signed, bodyHash);
  }

  /** As it was sent; of other services than S3 each part is encoded once more. */
  private String path(HttpServletRequest request) {
    String sent = request.getRequestURI();
    return service.equals(S3)
        ? sent
        : Arrays.stream(sent.split("/", -1))
            .map(SignatureV4::encode)
            .collect(Collectors.joining("/"));
  }

  private static String value(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .map(value -> value.strip().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  private static String query(HttpServletRequest request) {
    return parameters(request)
        .map(parameter -> new Parameter(encode(parameter.name()), encode(parameter.value())))
        .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
        .map(parameter -> parameter.name() + "=" + parameter.value())
        .collect(Collectors.joining("&"));
  }

  /** Of the address only: asking the request would read the body of a form. */
  private static Stream<Parameter> parameters(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null
        ? Stream.empty()
        : Arrays.stream(query.split("&")).filter(part -> !part.isEmpty()).map(SignatureV4::split);
  }

  private static Parameter split(String part) {
    int equals = part.indexOf('=');
    return equals < 0
        ? new Parameter(decode(part), "")
        : new Parameter(decode(part.substring(0, equals)), decode(part.substring(equals + 1)));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text; // a broken escape stands for itself
    }
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
    return "SignatureV4[" + service + ", accessKey=" + accessKey + "]";
  }
}
