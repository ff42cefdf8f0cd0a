package io.fastshot.store.s3;

import io.fastshot.store.StoreException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Sorts the SDK's exceptions by the caller's next move, and says in words what happened. */
final class S3Errors {

  /** The request has no answer, or none that means anything: any of the SDK's client exceptions. */
  static final int NO_ANSWER = 0;

  static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;
  static final int PRECONDITION_FAILED = 412;
  static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int NOT_IMPLEMENTED = 501;

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FIRST_OF_REDIRECTS = 300;
  private static final int FIRST_OF_CLIENT_ERRORS = 400;
  private static final int FIRST_OF_SERVER_ERRORS = 500;

  /** What the SDK says when nothing that it looks at has credentials. */
  static final String NO_CREDENTIALS = "Unable to load credentials";

  /** What it says of a profile that is missing or empty. */
  private static final String NO_SUCH_PROFILE = "Profile file contained no";

  private static final String NO_SUCH_UPLOAD = "NoSuchUpload";
  private static final String NO_SUCH_BUCKET = "NoSuchBucket";

  /** Errors that S3 sends with 400 although the credentials are at fault. */
  private static final Set<String> DENIED_CODES =
      Set.of("ExpiredToken", "InvalidToken", "TokenRefreshRequired", "InvalidAccessKeyId");

  /** Errors that S3 sends with 400 although trying again may help. */
  private static final Set<String> TRANSIENT_CODES = Set.of("RequestTimeout", "SlowDown");

  private static final String ARCHIVED = "InvalidObjectState";
  private static final String TOO_SKEWED = "RequestTimeTooSkewed";

  /** S3 forgives 15 minutes; others may be stricter. */
  private static final Duration SUSPICIOUS = Duration.ofMinutes(4);

  private static final String WITH_KMS =
      " is not allowed: the object is encrypted with a KMS key that is disabled, or that these"
          + " credentials may not use. Its key policy must allow kms:Decrypt. The store said: ";

  private final String bucket;
  private final InstantSource clock = InstantSource.system();

  S3Errors(String bucket) {
    this.bucket = bucket;
  }

  /** The HTTP status of the answer; {@link #NO_ANSWER} if there was none. */
  static int status(SdkException e) {
    return e instanceof AwsServiceException service ? service.statusCode() : NO_ANSWER;
  }

  /** Whether the answer says that there is no such key; a missing bucket is another thing. */
  static boolean isKeyAbsent(SdkException e) {
    return status(e) == NOT_FOUND && !NO_SUCH_BUCKET.equals(code(e));
  }

  /** Whether the answer says that an upload in parts was ended. */
  static boolean isUploadGone(SdkException e) {
    return code(e).equals(NO_SUCH_UPLOAD);
  }

  /** Whether the answer says that the bytes that were asked for are in an archive. */
  static boolean isArchived(SdkException e) {
    return code(e).equals(ARCHIVED);
  }

  /** Whether the store says that the request was signed at another time than it has. */
  static boolean isOfTheClock(SdkException e) {
    return code(e).equals(TOO_SKEWED);
  }

  /**
   * Whether a refusal without words, as that of a HEAD is, may mean that, by the date that it
   * bears.
   */
  private boolean mayBeOfTheClock(SdkException e) {
    return status(e) == FORBIDDEN
        && code(e).isEmpty()
        && off(e).filter(off -> off.abs().compareTo(SUSPICIOUS) > 0).isPresent();
  }

  /** Whether the store said that it knows no such request. */
  static boolean isNotImplemented(StoreException e) {
    return e.getCause() instanceof SdkException cause && status(cause) == NOT_IMPLEMENTED;
  }

  private static String code(SdkException e) {
    if (!(e instanceof AwsServiceException service)) {
      return "";
    }
    @Nullable AwsErrorDetails details = service.awsErrorDetails();
    String code = details == null ? null : details.errorCode();
    return code == null ? "" : code;
  }

  /**
   * The exception to throw.
   *
   * @param action the permission that the request needs, such as {@code s3:GetObject}
   * @param key of the object, or the prefix of a listing
   */
  StoreException of(SdkException e, String action, String key) {
    keepInterrupt(e);
    String what = action + " of " + bucket + "/" + key;
    int status = status(e);
    String code = code(e);
    if (isArchived(e)) {
      return new StoreException.Archived(
          bucket + "/" + key + " is archived (Glacier); restore it first", e);
    }
    if (isOfTheClock(e) || mayBeOfTheClock(e)) {
      return new StoreException.Denied(what + clock(e), e);
    }
    if (isOfKms(code, String.valueOf(e.getMessage()))) {
      return new StoreException.Denied(what + WITH_KMS + code, e);
    }
    if (status == UNAUTHORIZED || status == FORBIDDEN || DENIED_CODES.contains(code)) {
      return denied(e, action, what, code);
    }
    if (status == NO_ANSWER) {
      return clientSide(e, what);
    }
    if (code.equals(NO_SUCH_BUCKET)) {
      return new StoreException.Rejected(
          "There is no bucket " + bucket + ". Check its name, the region and the endpoint.", e);
    }
    if (isTransient(status, code)) {
      return new StoreException.Unavailable(
          what + ": the store answered " + status + " " + code + ". Try again later.", e);
    }
    if (status < FIRST_OF_CLIENT_ERRORS) {
      return new StoreException.Rejected(
          what + ": the store sent elsewhere (" + status + " " + code + "). Check the region.", e);
    }
    return new StoreException.Rejected(
        what + " was refused: " + status + " " + code + ": " + e.getMessage(), e);
  }

  private static boolean isOfKms(String code, String message) {
    return code.startsWith("KMS.") || (code.equals("AccessDenied") && message.contains("kms:"));
  }

  /** By how much this machine's clock is off, as far as the answer tells. */
  private String clock(SdkException e) {
    String off =
        off(e)
            .map(Duration::toMinutes)
            .map(m -> " by about " + Math.abs(m) + (m < 0 ? " minutes (slow)" : " minutes (fast)"))
            .orElse("");
    return isOfTheClock(e)
        ? " was refused: this machine's clock is wrong" + off + ". Set it right"
        : " was refused without a reason, and this machine's clock is wrong"
            + off
            + ". Set it right; if that does not help, check the credentials";
  }

  /** How far this machine's clock is ahead of the store's; empty if the answer bears no date. */
  private Optional<Duration> off(SdkException e) {
    return Optional.ofNullable(((AwsServiceException) e).awsErrorDetails())
        .map(AwsErrorDetails::sdkHttpResponse)
        .flatMap(answer -> answer.firstMatchingHeader("Date"))
        .flatMap(S3Errors::time)
        .map(time -> Duration.between(time, clock.instant()));
  }

  private static Optional<Instant> time(String header) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static boolean isTransient(int status, String code) {
    return (status >= FIRST_OF_SERVER_ERRORS && status != NOT_IMPLEMENTED)
        || status == TOO_MANY_REQUESTS
        || status == REQUEST_TIMEOUT
        || status == CONFLICT
        || status < FIRST_OF_REDIRECTS // an error in the body of a 200
        || TRANSIENT_CODES.contains(code);
  }

  private static StoreException denied(SdkException e, String action, String what, String code) {
    String absence =
        action.equals("s3:GetObject")
            ? " S3 also says so of an absent object where s3:ListBucket is not allowed."
            : "";
    return new StoreException.Denied(
        what
            + " is not allowed ("
            + code
            + "). Check the credentials, and that their policy allows "
            + action
            + "."
            + absence,
        e);
  }

  private static StoreException clientSide(SdkException e, String what) {
    String message = String.valueOf(e.getMessage());
    if (message.contains(ProfileCredentials.SIGN_IN)) {
      return new StoreException.Denied(what + ": " + message, e);
    }
    if (message.contains(NO_CREDENTIALS) || message.contains(NO_SUCH_PROFILE)) {
      return new StoreException.Denied(
          what
              + ": no credentials were found. Set up a profile, or give keys. ("
              + ProfileCredentials.told(e)
              + ")",
          e);
    }
    return new StoreException.Unavailable(
        what + ": no answer (" + message + "). Check the network and the endpoint.", e);
  }

  private static void keepInterrupt(SdkException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      boolean interrupted =
          t instanceof AbortedException
              || t instanceof InterruptedException
              || (t instanceof InterruptedIOException && !(t instanceof SocketTimeoutException));
      if (interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
