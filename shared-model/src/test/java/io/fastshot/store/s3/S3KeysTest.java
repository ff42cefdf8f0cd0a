package io.fastshot.store.s3;

import static io.fastshot.store.StoreFixture.text;
import static io.fastshot.store.s3.ScriptedS3.object;
import static io.fastshot.store.s3.ScriptedS3.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.store.ETag;
import io.fastshot.store.ListPage;
import io.fastshot.store.Precondition;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys are not paths, and XML cannot hold every one: how they go over the wire and come back. */
class S3KeysTest {
  private static final String COPIED = "<CopyObjectResult><ETag>\"e2\"</ETag></CopyObjectResult>";

  private ScriptedS3 server;
  private S3ObjectStore store;

  @SuppressWarnings("NullAway.Init")
  S3KeysTest() {}

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

  @ParameterizedTest
  @CsvSource({
    "a b+c%41,/bucket/a%20b%2Bc%2541",
    "a//b,/bucket/a//b",
    "up/../down,/bucket/up/../down",
    "会é,/bucket/%E4%BC%9A%C3%A9"
  })
  void oddKeysReachTheServer(String key, String path) throws IOException {
    server.then(object("x")).then(status(200, COPIED));
    assertThat(text(store, key)).isEqualTo("x");
    store.copy(key, new ETag("\"e1\""), "to", Precondition.absent());
    assertThat(server.requests().get(0).path()).isEqualTo(path);
    assertThat(server.requests().get(1).headers())
        .containsEntry("x-amz-copy-source", path.substring(1))
        .containsEntry("x-amz-copy-source-if-match", "\"e1\"")
        .containsEntry("if-none-match", "*");
  }

  @Test
  void listingsAreUrlEncodedOnTheWayAndDecodedHere() {
    server.then(
        status(
            200,
            "<ListBucketResult><IsTruncated>true</IsTruncated><EncodingType>url</EncodingType>"
                + "<NextContinuationToken>t+/=</NextContinuationToken><Contents>"
                + "<Key>s/a+b%2Bc%01%E4%BC%9A</Key><ETag>&quot;e1&quot;</ETag><Size>7</Size>"
                + "<LastModified>2026-01-02T03:04:05.000Z</LastModified></Contents>"
                + "</ListBucketResult>"));
    ListPage page = store.list("s/ä", null);
    assertThat(page.objects().getFirst().key()).isEqualTo("s/a b+c\u0001会");
    assertThat(page.nextToken()).isEqualTo("t+/=");
    assertThat(server.requests().getFirst().query())
        .contains("encoding-type=url")
        .contains("prefix=s%2F%C3%A4");
  }
}
