package io.fastshot.localcloud.functions;

import io.fastshot.localcloud.http.Bodies;
import io.fastshot.localcloud.http.SignatureV4;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Lambda Invoke API: {@code POST /2015-03-31/functions/NAME/invocations}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
public final class LambdaHost extends HttpServlet {
  public static final String PREFIX = "/2015-03-31/functions/";
  public static final String PATH = PREFIX + "*";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LambdaHost.class);
  private static final String SUFFIX = "/invocations";
  private static final int MAX_PAYLOAD_BYTES = 6 << 20;
  private static final int MAX_UNPROVED = 4;

  /** A payload comes over loopback. */
  private static final Duration BODY_TIME = Duration.ofSeconds(10);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final transient SignatureV4 signature;
  private final transient ExecutorService background;
  private final transient Map<String, LambdaFunction> functions;
  private final transient Semaphore unproved = new Semaphore(MAX_UNPROVED);

  /**
   * @param signature of the service {@code lambda}
   * @param background runs what is invoked as {@code Event}
   * @param functions by name
   */
  public LambdaHost(
      SignatureV4 signature, ExecutorService background, Map<String, LambdaFunction> functions) {
    this.signature = signature;
    this.background = background;
    this.functions = Map.copyOf(functions);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<String> unsigned = signature.unsigned(request);
    if (!unsigned.isEmpty()) {
      refuse(
          response, 403, "InvalidSignatureException", "Headers that are not signed: " + unsigned);
      return;
    }
    String hash = request.getHeader("x-amz-content-sha256");
    if (hash == null) {
      serveUnproved(request, response);
    } else if (isRight(request, hash, response)) {
      Optional<byte[]> payload = payload(request, response);
      if (payload.isPresent() && !SignatureV4.isSame(SignatureV4.hash(payload.get()), hash)) {
        refuse(
            response, 403, "InvalidSignatureException", "The body is not the one that was signed.");
      } else if (payload.isPresent()) {
        serve(request, payload.get(), response);
      }
    }
  }

  /**
   * The AWS CLI signs the body's hash without sending it, so only the body can prove the sender: a
   * few of those at once, so that nobody can hold all threads by half of a body.
   */
  private void serveUnproved(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<SignatureV4.Refusal> refusal = signature.refusalOfSender(request);
    if (refusal.isPresent()) {
      refuse(response, 403, "InvalidSignatureException", refusal.get().message());
      return;
    }
    if (!unproved.tryAcquire()) {
      refuse(
          response,
          429,
          "TooManyRequestsException",
          "Too many requests without x-amz-content-sha256 at once: try again.");
      return;
    }
    Optional<byte[]> payload;
    try {
      payload = payload(request, response);
    } finally {
      unproved.release();
    }
    if (payload.isPresent() && isRight(request, SignatureV4.hash(payload.get()), response)) {
      serve(request, payload.get(), response);
    }
  }

  private boolean isRight(HttpServletRequest request, String hash, HttpServletResponse response)
      throws IOException {
    Optional<SignatureV4.Refusal> refusal = signature.refusal(request, hash);
    if (refusal.isPresent()) {
      refuse(response, 403, "InvalidSignatureException", refusal.get().message());
    }
    return refusal.isEmpty();
  }

  /** The body; empty if it was answered that it is too long or too slow. */
  private static Optional<byte[]> payload(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    boolean whole =
        Bodies.read(
            request,
            MAX_PAYLOAD_BYTES,
            BODY_TIME,
            (buffer, length) -> payload.write(buffer, 0, length));
    if (whole && payload.size() <= MAX_PAYLOAD_BYTES) {
      return Optional.of(payload.toByteArray());
    }
    if (payload.size() > MAX_PAYLOAD_BYTES) {
      refuse(response, 413, "RequestTooLargeException", "The payload is larger than 6 MB.");
    } else {
      refuse(response, 408, "RequestTimeoutException", "The payload did not come in time.");
    }
    return Optional.empty();
  }

  private void serve(HttpServletRequest request, byte[] payload, HttpServletResponse response)
      throws IOException {
    LambdaFunction function = functions.get(functionName(request.getRequestURI()));
    if (function == null) {
      refuse(response, 404, "ResourceNotFoundException", "There are " + functions.keySet() + ".");
    } else {
      invoke(function, request.getHeader("X-Amz-Invocation-Type"), payload, response);
    }
  }

  private void invoke(
      LambdaFunction function,
      @Nullable String invocationType,
      byte[] payload,
      HttpServletResponse response)
      throws IOException {
    switch (invocationType == null ? "RequestResponse" : invocationType) {
      case "RequestResponse" -> answer(function, payload, response);
      case "Event" -> {
        background.execute(() -> runInBackground(function, payload));
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
      }
      case "DryRun" -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      default -> refuse(response, 400, "InvalidParameterValueException", "Invocation type?");
    }
  }

  /** A function that throws is an answer with status 200 and the header of a function error. */
  private static void answer(LambdaFunction function, byte[] payload, HttpServletResponse response)
      throws IOException {
    byte[] result;
    try {
      result = function.invoke(payload);
    } catch (IOException | RuntimeException e) {
      LOG.warn("a function failed", e);
      response.setHeader("X-Amz-Function-Error", "Unhandled");
      result =
          JSON.writeValueAsBytes(
              Map.of(
                  "errorMessage", String.valueOf(e.getMessage()),
                  "errorType", e.getClass().getName()));
    }
    response.setHeader("X-Amz-Executed-Version", "$LATEST");
    response.setContentType("application/json");
    response.getOutputStream().write(result);
  }

  private static void runInBackground(LambdaFunction function, byte[] payload) {
    try {
      function.invoke(payload);
    } catch (IOException | RuntimeException e) {
      LOG.warn("a function that nobody waits for failed", e);
    }
  }

  private static void refuse(HttpServletResponse response, int status, String type, String message)
      throws IOException {
    response.setStatus(status);
    response.setHeader("X-Amzn-Errortype", type);
    response.setContentType("application/json");
    response.getOutputStream().write(JSON.writeValueAsBytes(Map.of("Message", message)));
  }

  /** The bare name, out of a name or an ARN, with or without a version or alias. */
  private static String functionName(String uri) {
    if (!uri.endsWith(SUFFIX) || uri.length() <= PREFIX.length() + SUFFIX.length()) {
      return "";
    }
    String name =
        URLDecoder.decode(
            uri.substring(PREFIX.length(), uri.length() - SUFFIX.length()), StandardCharsets.UTF_8);
    int arn = name.indexOf(":function:");
    String bare = arn < 0 ? name : name.substring(arn + ":function:".length());
    int qualifier = bare.indexOf(':');
    return qualifier < 0 ? bare : bare.substring(0, qualifier);
  }
}
