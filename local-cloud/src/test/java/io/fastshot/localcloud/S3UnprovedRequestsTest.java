package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose sender has not proved who he is, or not for all that he asks. */
final class S3UnprovedRequestsTest extends OnOneStore {
  /** More than the server has threads. */
  private static final int MANY = 400;

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

  /** Nobody waits for a body that is not wanted; one that comes later does no harm. */
  @Test
  void aRefusalIsSaidBeforeTheBodyHasCome() throws IOException {
    try (Socket socket =
        request("PUT", "/late", "").unsigned("Content-Length", "4").keepingAlive().begin()) {
      assertThat(RawRequest.answerUpTo("</Error>", socket)).startsWith("HTTP/1.1 403");
      socket.getOutputStream().write("late".getBytes(StandardCharsets.UTF_8));
      request("GET", "", "list-type=2").sign().over(socket);
      String next = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(next).contains("HTTP/1.1 200");
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
