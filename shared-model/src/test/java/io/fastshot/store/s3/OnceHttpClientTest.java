package io.fastshot.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class OnceHttpClientTest {

  /** Notes what it is told to send, and sends nothing. */
  private static final class Noting implements SdkHttpClient {
    final List<HttpExecuteRequest> requests = new ArrayList<>();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      requests.add(request);
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          throw new UnsupportedOperationException("nothing is sent");
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }

  private final Noting noting = new Noting();
  private final OnceHttpClient http = new OnceHttpClient(noting);

  private ContentStreamProvider bodyOfARemoval() {
    SdkHttpRequest removal =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.DELETE)
            .protocol("http")
            .host("localhost")
            .encodedPath("/bucket/key")
            .build();
    var _ = http.prepareRequest(HttpExecuteRequest.builder().request(removal).build());
    return noting.requests.getLast().contentStreamProvider().orElseThrow();
  }

  @Test
  void aRequestWithoutBodyGetsAnEmptyOne() throws IOException {
    assertThat(bodyOfARemoval().newStream().read()).isEqualTo(-1);
    assertThat(noting.requests.getLast().httpRequest().firstMatchingHeader("Content-Length"))
        .contains("0");
  }

  /** Removals at the same time ended in "Stream closed" before they were sent. */
  @Test
  void aRequestIsNotDisturbedByTheNextOne() throws IOException {
    InputStream first = bodyOfARemoval().newStream();
    try (InputStream second = bodyOfARemoval().newStream()) {
      assertThat(second.read()).isEqualTo(-1);
    }
    assertThat(first.read()).isEqualTo(-1);
  }
}
