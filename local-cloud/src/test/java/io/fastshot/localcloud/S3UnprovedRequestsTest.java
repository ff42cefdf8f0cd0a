package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Requests whose sender has not proved who he is, or not for all that he asks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3UnprovedRequestsTest {
  /** More than the server has threads. */
  private static final int MANY = 400;

  private LocalCloud cloud;
  private S3Client s3;
  private String bucket;

  @BeforeAll
  void start(@TempDir Path data) throws IOException {
    cloud = Clouds.storeOnly(data);
    s3 = Clouds.s3(cloud.info());
    bucket = cloud.info().bucket();
  }

  @AfterAll
  void stop() {
    s3.close();
    cloud.close();
  }

  private RawRequest request(String method, String key, String query) {
    return new RawRequest(cloud.info(), method, "/" + bucket + key, query);
  }

  private String put(String key, String text) {
    return s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(text)).eTag();
  }

  private boolean exists(String key) {
    return s3.listObjectsV2(r -> r.bucket(bucket).prefix(key)).keyCount() == 1;
  }

  @Test
  void halfOfBodiesThatNobodySignedHoldsNobodyUp() throws IOException {
    String invoke = "/2015-03-31/functions/" + cloud.info().rebuildFunction() + "/invocations";
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        RawRequest half =
            switch (i % 3) {
              case 0 -> new RawRequest(cloud.info(), "POST", invoke, "");
              case 1 ->
                  request("PUT", "/half", "").unsigned("x-amz-content-sha256", "0".repeat(64));
              default ->
                  new RawRequest(cloud.info(), "POST", invoke, "").signWithoutHeader("lambda", "?");
            };
        open.add(half.unsigned("Content-Length", "1000").body("half").begin());
      }
      RawRequest.Answer answer =
          new RawRequest(cloud.info(), "POST", invoke, "")
              .body("{}")
              .sign("lambda", RawRequest.hash("{}"))
              .send();

      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(request("GET", "", "list-type=2").sign().send().status()).isEqualTo(200);
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void aWrongSignatureIsRefusedBeforeTheBodyIsRead() throws IOException {
    LocalCloudInfo info = cloud.info();
    LocalCloudInfo stranger =
        new LocalCloudInfo(
            info.endpoint(), info.region(), bucket, info.accessKey(), "wrong", "rebuild");

    RawRequest.Answer answer =
        new RawRequest(stranger, "PUT", "/" + bucket + "/never", "").sign().send(1000);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>SignatureDoesNotMatch</Code>");
  }

  @Test
  void theCliInvokesWithoutSendingTheHash() throws IOException {
    String invoke = "/2015-03-31/functions/" + cloud.info().rebuildFunction() + "/invocations";

    RawRequest.Answer answer =
        new RawRequest(cloud.info(), "POST", invoke, "")
            .body("{\"a\":1}")
            .signWithoutHeader("lambda", RawRequest.hash("{\"a\":1}"))
            .send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("{\"a\":1}");
  }

  @Test
  void aPayloadThatIsNotTheSignedOneIsRefused() throws IOException {
    String invoke = "/2015-03-31/functions/" + cloud.info().rebuildFunction() + "/invocations";

    RawRequest.Answer answer =
        new RawRequest(cloud.info(), "POST", invoke, "")
            .body("{\"a\":2}")
            .sign("lambda", RawRequest.hash("{\"a\":1}"))
            .send();

    assertThat(answer.status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amz-copy-source", "X-Amz-Meta-Name", "x-amz-acl"})
  void aHeaderThatIsNotSignedIsNotObeyed(String header) throws IOException {
    put("unsigned/source", "secret");

    RawRequest.Answer answer =
        request("PUT", "/unsigned/target", "")
            .sign()
            .unsigned(header, "/" + bucket + "/unsigned/source")
            .send();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body())
        .contains("AccessDenied", "<HeadersNotSigned>" + header.toLowerCase(java.util.Locale.ROOT));
    assertThat(exists("unsigned/target")).isFalse();
  }

  @Test
  void anInvocationTypeThatIsNotSignedIsNotObeyed() throws IOException {
    String invoke = "/2015-03-31/functions/" + cloud.info().rebuildFunction() + "/invocations";

    RawRequest.Answer answer =
        new RawRequest(cloud.info(), "POST", invoke, "")
            .body("{}")
            .sign("lambda", RawRequest.hash("{}"))
            .unsigned("X-Amz-Invocation-Type", "Event")
            .send();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("x-amz-invocation-type");
  }

  @Test
  void aMissingHashIsNamedAsMissing() throws IOException {
    RawRequest.Answer answer =
        request("GET", "", "list-type=2").signWithoutHeader("s3", RawRequest.hash("")).send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Missing required header for this request: x-amz-content-sha256");
  }
}
