package io.fastshot.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** What the environment says of proxies, and what is sent to them. */
class ProxyChoiceTest {
  private static final URI FAR = URI.create("http://store.example:9000");

  private static String proxy(Map<String, String> environment, URI target) {
    return new ProxyChoice(environment).of(target).map(Object::toString).orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy:3128, http://proxy:3128",
    "proxy:3128, http://proxy:3128",
    "http://proxy, http://proxy:80",
    "https://proxy, https://proxy:443",
    "' http://proxy:3128/ ', http://proxy:3128",
    "http://user:p%40ss@proxy:3128, http://proxy:3128"
  })
  void aProxyIsUnderstood(String value, String expected) {
    assertThat(proxy(Map.of("HTTP_PROXY", value), FAR)).isEqualTo(expected);
    assertThat(proxy(Map.of("http_proxy", value), FAR)).isEqualTo(expected);
    assertThat(proxy(Map.of("https_proxy", value), URI.create("https://s3.example")))
        .isEqualTo(expected);
    assertThat(proxy(Map.of("HTTPS_PROXY", value), FAR)).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "socks5://proxy:1080", "my proxy", "http://a:pass@b_c:1"})
  void whatIsNoProxyIsToldWithoutItsPassword(String value) {
    ProxyChoice choice = new ProxyChoice(Map.of("HTTP_PROXY", value));
    assertThatThrownBy(() -> choice.check(FAR))
        .hasMessageContaining("HTTP_PROXY")
        .hasMessageNotContaining("pass@");
    choice.check(URI.create("http://127.0.0.1:9000")); // needs none
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1",
        "http://x.localhost:1",
        "http://127.0.0.1:1",
        "http://127.3.2.1",
        "http://[::1]:9"
      })
  void loopbackGoesThroughNone(String target) {
    assertThat(proxy(Map.of("HTTP_PROXY", "http://proxy:1"), URI.create(target))).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "store.example | none",
        "a.b, store.example | none",
        "a.b ,\t.example | none",
        "*.example | none",
        "STORE.EXAMPLE:9000 | none",
        "* | none",
        "store.example:1 | http://proxy:1",
        "tore.example | http://proxy:1"
      })
  void hostsAreExempt(String rules, String expected) {
    assertThat(proxy(Map.of("http_proxy", "proxy:1", "NO_PROXY", rules), FAR)).isEqualTo(expected);
  }

  @Test
  void theProxyIsAskedWithItsLoginAndNeverForLoopback() throws IOException {
    try (ScriptedS3 proxy = new ScriptedS3();
        ScriptedS3 near = new ScriptedS3()) {
      proxy.then(403, "Blocked");
      near.then(ScriptedS3.object("here"));
      URI at = proxy.settings(Duration.ofSeconds(9)).address();
      Map<String, String> environment =
          Map.of("HTTP_PROXY", "http://user:p%40ss@127.0.0.1:" + at.getPort());
      assertThat(status(FAR, environment)).isEqualTo(403);
      assertThat(status(near.settings(Duration.ofSeconds(9)).address(), environment))
          .isEqualTo(200);

      assertThat(proxy.requests()).hasSize(1);
      assertThat(proxy.requests().getFirst().headers())
          .containsEntry("host", "store.example:9000")
          .containsEntry("proxy-authorization", "Basic dXNlcjpwQHNz");
      assertThat(near.requests()).hasSize(1);
    }
  }

  private static int status(URI target, Map<String, String> environment) throws IOException {
    try (SdkHttpClient http = SdkAccess.http(target, Duration.ofSeconds(9), environment)) {
      SdkHttpRequest request =
          SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(target).encodedPath("/x").build();
      return http.prepareRequest(HttpExecuteRequest.builder().request(request).build())
          .call()
          .httpResponse()
          .statusCode();
    }
  }
}
