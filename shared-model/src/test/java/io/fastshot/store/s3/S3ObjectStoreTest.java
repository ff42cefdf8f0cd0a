package io.fastshot.store.s3;

import static io.fastshot.store.StoreFixture.content;
import static io.fastshot.store.StoreFixture.found;
import static io.fastshot.store.StoreFixture.sha256;
import static io.fastshot.store.StoreFixture.text;
import static io.fastshot.store.s3.ScriptedS3.dropped;
import static io.fastshot.store.s3.ScriptedS3.object;
import static io.fastshot.store.s3.ScriptedS3.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.model.Checksum;
import io.fastshot.store.ByteRange;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import io.fastshot.store.StoreFixture;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the store makes of the answers that no healthy server gives. That it keeps the contract is
 * shown against a whole server, in module local-cloud.
 */
class S3ObjectStoreTest {
  private static final Precondition NONE = Precondition.none();
  private static final ByteRange WHOLE = ByteRange.whole();
  private static final Precondition MATCHES = Precondition.matches(new ETag("\"e1\""));

  private ScriptedS3 server;
  private S3ObjectStore store;

  @SuppressWarnings("NullAway.Init")
  S3ObjectStoreTest() {}

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedS3();
    store = server.store(Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    store.close();
    server.close();
  }

  private PutOutcome put(Precondition precondition) {
    return store.put("k", content("x"), precondition);
  }

  private static void fails(Class<? extends StoreException> type, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(type);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 429, 408})
  void aWriteWithoutAClearAnswerIsUnavailableAndNotRepeated(int status) {
    server.then(status, "SlowDown").then(status, "SlowDown").then(status, "SlowDown");
    fails(StoreException.Unavailable.class, () -> put(NONE));
    fails(StoreException.Unavailable.class, () -> store.delete("k", NONE));
    fails(StoreException.Unavailable.class, () -> store.copy("k", new ETag("\"e1\""), "to", NONE));
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void aReadIsTriedThreeTimes() throws IOException {
    server.then(503, "SlowDown").then(500, "InternalError").then(object("hello"));
    assertThat(text(store, "k")).isEqualTo("hello");
    server.then(503, "SlowDown").then(503, "SlowDown").then(503, "SlowDown");
    fails(StoreException.Unavailable.class, () -> store.list("", null));
    assertThat(server.requests()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({"409,ConditionalRequestConflict", "412,PreconditionFailed", "404,NoSuchKey"})
  void aFailedConditionOfAWriteIsAConflict(int status, String code) {
    server.then(status, code);
    assertThat(put(MATCHES)).isEqualTo(new PutOutcome.Conflict());
    server.then(status, code);
    assertThat(store.copy("k", new ETag("\"e1\""), "to", NONE))
        .isEqualTo(new PutOutcome.Conflict());
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aMissingBucketIsNoAbsentKey() {
    server.then(404, "NoSuchBucket").then(404, "NoSuchBucket").then(404, "NoSuchBucket");
    assertThatThrownBy(() -> store.get("k", WHOLE, NONE))
        .isInstanceOf(StoreException.Rejected.class)
        .hasMessageContaining("There is no bucket bucket");
    fails(StoreException.Rejected.class, () -> put(MATCHES));
    fails(StoreException.Rejected.class, () -> store.delete("k", NONE));
  }

  @Test
  void aForbiddenReadIsDeniedAndSaysWhatItCouldMean() {
    server.then(403, "AccessDenied").then(status(403, ""));
    assertThatThrownBy(() -> store.get("k", WHOLE, NONE))
        .isInstanceOf(StoreException.Denied.class)
        .hasMessageContaining("s3:GetObject of bucket/k is not allowed")
        .hasMessageContaining("s3:ListBucket");
    fails(StoreException.Denied.class, () -> store.head("k"));
  }

  @ParameterizedTest
  @CsvSource({"401,Unauthorized", "403,SignatureDoesNotMatch", "400,ExpiredToken"})
  void badCredentialsAreDenied(int status, String code) {
    server.then(status, code);
    assertThatThrownBy(() -> put(NONE))
        .isInstanceOf(StoreException.Denied.class)
        .hasMessageContaining("s3:PutObject")
        .hasMessageContaining(status == 401 ? "()" : code); // the JDK hides the body of a 401
  }

  @Test
  void aWrongRequestIsRejectedWithTheServersWords() {
    server.then(400, "BadDigest");
    assertThatThrownBy(() -> put(NONE))
        .isInstanceOf(StoreException.Rejected.class)
        .hasMessageContaining("BadDigest")
        .hasMessageContaining("said the test");
  }

  @Test
  void anErrorInTheBodyOfA200IsUnavailable() {
    server.then(200, "InternalError");
    fails(StoreException.Unavailable.class, () -> store.copy("k", new ETag("\"e1\""), "to", NONE));
    server.then(200, "InternalError");
    fails(StoreException.Unavailable.class, () -> put(NONE));
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aDroppedConnectionIsUnavailableAndTheWriteIsNotRepeated() {
    server.then(dropped());
    fails(StoreException.Unavailable.class, () -> put(NONE));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void noWriteIsRepeatedOverAKeptConnection() throws IOException {
    for (ThrowingCallable write :
        new ThrowingCallable[] {
          () -> put(MATCHES),
          () -> store.copy("k", new ETag("\"e1\""), "to", NONE),
          () -> store.delete("k", NONE)
        }) {
      server.then(object("hello")).then(dropped());
      assertThat(text(store, "k")).isEqualTo("hello"); // its connection is kept
      int before = server.requests().size();
      fails(StoreException.Unavailable.class, write);
      assertThat(server.requests()).hasSize(before + 1);
    }
  }

  @Test
  void aDroppedReadIsTriedAgain() throws IOException {
    server.then(dropped()).then(object("hello"));
    assertThat(text(store, "k")).isEqualTo("hello");
  }

  @Test
  void aBodyThatEndsEarlyIsAnIoException() throws IOException {
    server.then(ScriptedS3.cutOff("hello", 100));
    try (GetOutcome.Found found = found(store.get("k", WHOLE, NONE))) {
      assertThatThrownBy(() -> found.body().readAllBytes()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aStuckBodyCanBeClosedAndTimesOut() throws IOException {
    try (S3ObjectStore impatient = server.store(Duration.ofMillis(300))) {
      server.then(server.stuck("hello", 1_000_000)).then(server.stuck("hello", 1_000_000));
      try (GetOutcome.Found found = found(impatient.get("k", WHOLE, NONE))) {
        assertThat(found.body().readNBytes(5)).hasSize(5);
      } // returns without waiting for the rest
      try (GetOutcome.Found found = found(impatient.get("k", WHOLE, NONE))) {
        assertThatThrownBy(() -> found.body().readAllBytes()).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void aSilentServerIsUnavailable() {
    try (S3ObjectStore impatient = server.store(Duration.ofSeconds(1))) {
      server.then(server.silent());
      fails(StoreException.Unavailable.class, () -> impatient.put("k", content("x"), MATCHES));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void anInterruptEndsTheRequestAndIsKept() throws InterruptedException {
    var seen = new java.util.concurrent.atomic.AtomicReference<String>();
    var arrived = new java.util.concurrent.CountDownLatch(1);
    server.then(exchange -> {
      arrived.countDown();
      server.silent().give(exchange);
    });
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                put(NONE);
              } catch (StoreException.Unavailable _) {
                seen.set("unavailable, interrupted: " + Thread.currentThread().isInterrupted());
              }
            });
    arrived.await();
    caller.interrupt();
    caller.join();
    assertThat(seen.get()).isEqualTo("unavailable, interrupted: true");
  }

  @Test
  void conditionsOfReadsAreTold() {
    server.then(status(304, "")).then(412, "PreconditionFailed").then(416, "InvalidRange");
    server.then(404, "NoSuchKey");
    assertThat(store.get("k", WHOLE, Precondition.differs(new ETag("\"e1\""))))
        .isEqualTo(new GetOutcome.NotModified());
    assertThat(store.get("k", WHOLE, MATCHES)).isEqualTo(new GetOutcome.Changed());
    assertThat(store.get("k", ByteRange.of(5, 5), NONE)).isEqualTo(new GetOutcome.OutOfRange());
    assertThat(store.get("k", WHOLE, NONE)).isEqualTo(new GetOutcome.Absent());
    assertThat(server.requests().get(0).headers()).containsEntry("if-none-match", "\"e1\"");
    assertThat(server.requests().get(1).headers()).containsEntry("if-match", "\"e1\"");
    assertThat(server.requests().get(2).headers()).containsEntry("range", "bytes=5-9");
  }

  @Test
  void whatIsNotImplementedIsNoOutage() {
    server.then(501, "NotImplemented");
    fails(StoreException.Rejected.class, () -> put(NONE));
  }

  @Test
  void uploadsCarryTheirChecksumAndNoTrailer() {
    server.then(status(200, "", "ETag", "\"e1\""));
    String sha256 = sha256(StoreFixture.bytes("x"));
    store.put("k", content("x").withSha256(sha256), Precondition.absent());
    String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    assertThat(server.requests().getFirst().headers())
        .containsEntry("x-amz-checksum-sha256", base64)
        .containsEntry("x-amz-meta-sha256", sha256)
        .containsEntry("if-none-match", "*")
        .containsEntry("content-length", "1")
        .doesNotContainKey("x-amz-trailer")
        .doesNotContainKey("content-encoding");
    assertThat(server.requests().getFirst().headers().get("user-agent")).contains("fastshot");
  }

  @Test
  void theBestChecksumCounts() {
    String sha256 = sha256(StoreFixture.bytes("x"));
    String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    assertThat(checksum("x-amz-checksum-sha256", base64)).isEqualTo(Checksum.sha256(sha256));
    assertThat(checksum("x-amz-meta-SHA256", sha256)).isEqualTo(Checksum.sha256(sha256));
    assertThat(checksum("x-amz-checksum-sha256", base64 + "-3")).isNull();
    assertThat(checksum("x-amz-checksum-crc64nvme", "aW52YWxpZDE="))
        .isEqualTo(Checksum.crc64nvme("aW52YWxpZDE="));
    assertThat(checksum("x-other", "1")).isNull();
  }

  private @Nullable Checksum checksum(String header, String value) {
    return checksum("e1-3", header, value);
  }

  private @Nullable Checksum checksum(String etag, String header, String value) {
    server.then(status(200, "", "ETag", '"' + etag + '"', header, value));
    return store.head("k").orElseThrow().checksum();
  }

  @ParameterizedTest
  @CsvSource({
    "x-other,1,true",
    "x-amz-server-side-encryption,AES256,true",
    "x-amz-server-side-encryption,aws:kms,false",
    "x-amz-server-side-encryption,aws:kms:dsse,false",
    "x-amz-server-side-encryption-customer-algorithm,AES256,false"
  })
  void anEtagIsTakenForAnMd5OnlyWhereItIsOne(String header, String value, boolean isMd5)
      throws IOException {
    String md5 = "9dd4e461268c8034f5c8564e155c67a6";
    Checksum expected = isMd5 ? Checksum.etag('"' + md5 + '"') : null;
    assertThat(checksum(md5, header, value)).isEqualTo(expected);

    server.then(status(200, "x", "ETag", '"' + md5 + '"', header, value));
    try (GetOutcome.Found found = found(store.get("k", WHOLE, NONE))) {
      assertThat(found.info().checksum()).isEqualTo(expected);
    }
  }

  @Test
  void aBodyWithAForeignChecksumIsReadable() throws IOException {
    server.then(object("x", "x-amz-checksum-crc64nvme", "aW52YWxpZDE="));
    assertThat(text(store, "k")).isEqualTo("x");
  }

  @Test
  void noServerIsUnavailable() {
    server.close();
    fails(StoreException.Unavailable.class, () -> put(NONE));
  }
}
