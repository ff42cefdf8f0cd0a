package io.fastshot.localcloud.functions;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a function is told of the invocation it runs in, where this machine runs it and not AWS.
 *
 * <p><b>Threads:</b> as the taker of the log lines.
 */
public final class LocalContext implements Context {
  /** The region of every local cloud. */
  public static final String REGION = "us-east-1";

  private static final Logger LOG = LoggerFactory.getLogger("io.fastshot.function");
  private static final int MEMORY_MB = 1024;

  private final String requestId = UUID.randomUUID().toString();
  private final String function;
  private final InstantSource clock;
  private final Instant end;
  private final Consumer<String> log;

  /**
   * Begins an invocation now.
   *
   * @param function its name
   * @param timeout after which the function is told that no time remains; nobody stops it
   * @param log takes the function's log lines, which are JSON
   */
  public LocalContext(
      String function, InstantSource clock, Duration timeout, Consumer<String> log) {
    this.function = function;
    this.clock = clock;
    this.end = clock.instant().plus(timeout);
    this.log = log;
  }

  /** As the constructor; the log lines go to the log named {@code io.fastshot.function}. */
  public static LocalContext logging(String function, InstantSource clock, Duration timeout) {
    return new LocalContext(
        function, clock, timeout, message -> LOG.info("{}", message.stripTrailing()));
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + function;
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:" + REGION + ":000000000000:function:" + function;
  }

  @Override
  @SuppressWarnings("NullAway") // the interface is not annotated; AWS gives null here too
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  @SuppressWarnings("NullAway") // the interface is not annotated; AWS gives null here too
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, Duration.between(clock.instant(), end).toMillis());
  }

  @Override
  public int getMemoryLimitInMB() {
    return MEMORY_MB;
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        log.accept(message);
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
