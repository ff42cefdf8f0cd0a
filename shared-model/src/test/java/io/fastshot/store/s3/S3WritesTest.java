package io.fastshot.store.s3;

import static io.fastshot.store.s3.ScriptedS3.error;
import static io.fastshot.store.s3.ScriptedS3.object;
import static io.fastshot.store.s3.ScriptedS3.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.model.Checksum;
import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.ETag;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import io.fastshot.store.StoredChecksums;
import io.fastshot.store.probe.StoreCapabilities;
import io.fastshot.store.probe.Support;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every write carries, and which refusals are answered by sending once more. */
class S3WritesTest {
  private static final Precondition ANYWAY = Precondition.none();
  private static final String MD5 = "5d41402abc4b2a76b9719d911017c592";
  private static final String MD5_BASE64 = "XUFAKrxLKna5cZ2REBfFkg==";
  private static final String SHA256 =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
  private static final Content PLAIN =
      Content.of("hello".getBytes(StandardCharsets.UTF_8), "text/plain");

  private ScriptedS3 server;
  private S3ObjectStore store;

  @SuppressWarnings("NullAway.Init")
  S3WritesTest() {}

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

  private String sent(int request, String header) {
    return server.requests().get(request).headers().getOrDefault(header, "-");
  }

  /** A bucket with Object Lock takes no put without one. */
  @Test
  void everyPutHasAChecksum() {
    server.then(object("")).then(object(""));
    store.put("k", PLAIN, ANYWAY);
    store.put("k", PLAIN.withSha256(SHA256), ANYWAY);
    assertThat(sent(0, "content-md5")).isEqualTo(MD5_BASE64);
    assertThat(sent(0, "x-amz-checksum-sha256")).isEqualTo("-");
    assertThat(sent(1, "x-amz-checksum-sha256"))
        .isEqualTo("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
    assertThat(sent(1, "content-md5")).isEqualTo("-");
    assertThat(sent(1, "x-amz-meta-md5")).isEqualTo(MD5);
  }

  @Test
  void whereTheHeaderIsRefusedItIsLeftOutFromThenOn() {
    server.then(501, "NotImplemented").then(object("")).then(object(""));
    store.put("k", PLAIN.withSha256(SHA256), ANYWAY);
    store.put("k", PLAIN.withSha256(SHA256), ANYWAY);
    assertThat(server.requests()).hasSize(3);
    assertThat(sent(1, "x-amz-checksum-sha256")).isEqualTo("-");
    assertThat(sent(1, "content-md5")).isEqualTo(MD5_BASE64);
    assertThat(sent(2, "content-md5")).isEqualTo(MD5_BASE64);
  }

  /** The next run would send each upload twice. */
  @Test
  void thatTheHeaderIsRefusedIsKnownFromBefore() {
    server.then(object(""));
    StoreCapabilities before = StoreCapabilities.aws().withChecksums(Support.REFUSED);
    try (S3ObjectStore next = S3ObjectStore.open(server.settings(Duration.ofSeconds(20)), before)) {
      next.put("k", PLAIN.withSha256(SHA256), ANYWAY);
    }
    assertThat(server.requests()).hasSize(1);
    assertThat(sent(0, "content-md5")).isEqualTo(MD5_BASE64);
  }

  @Test
  void anotherRefusalIsNotAnsweredByLeavingTheHeaderOut() {
    server.then(400, "BadDigest");
    assertThatThrownBy(() -> store.put("k", PLAIN.withSha256(SHA256), ANYWAY))
        .isInstanceOf(StoreException.Rejected.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anArchivedObjectIsSaidToBeThere() {
    server.then(403, "InvalidObjectState").then(403, "InvalidObjectState");
    assertThatThrownBy(() -> store.get("k", ByteRange.whole(), ANYWAY))
        .isInstanceOf(StoreException.Archived.class)
        .hasMessageContaining("restore it first");
    assertThatThrownBy(() -> store.copy("k", new ETag("\"e1\""), "t", ANYWAY))
        .isInstanceOf(StoreException.Archived.class)
        .hasMessageContaining("bucket/k is archived");
  }

  @Test
  void aKeyOfKmsIsNamed() {
    String message = "User: x is not authorized to perform: kms:Decrypt on resource y";
    server
        .then(status(403, error("AccessDenied").replace("said the test", message)))
        .then(400, "KMS.DisabledException");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> store.copy("k", new ETag("\"e1\""), "t", ANYWAY))
          .isInstanceOf(StoreException.Denied.class)
          .hasMessageContaining("KMS key")
          .hasMessageNotContaining("Check the credentials");
    }
  }

  @Test
  void metadataOfOlderBytesIsNotBelieved() {
    ETag etag = new ETag('"' + MD5 + '"');
    Map<String, String> stale = Map.of("sha256", SHA256);
    assertThat(StoredChecksums.best(null, null, stale, etag))
        .isEqualTo(Checksum.etag(etag.value()));
    assertThat(StoredChecksums.best(null, "AAAAAAAAAAA=", stale, etag))
        .isEqualTo(Checksum.crc64nvme("AAAAAAAAAAA="));
    assertThat(StoredChecksums.best(null, null, Map.of("sha256", SHA256, "md5", MD5), etag))
        .isEqualTo(Checksum.sha256(SHA256));
    assertThat(StoredChecksums.best(null, null, stale, null)).isEqualTo(Checksum.sha256(SHA256));
  }
}
