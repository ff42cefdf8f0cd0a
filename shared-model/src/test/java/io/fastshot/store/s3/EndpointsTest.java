package io.fastshot.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;

/** Which addresses are taken, and that the SDK does not take others by itself. */
class EndpointsTest {
  private static final String SDK_PROPERTY = "aws.endpointUrlS3";

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9000, http://",
    "localhost:9000, http://",
    "'', empty",
    "' ', empty",
    "http://my_store:9000, underscore",
    "https://, no endpoint",
    "http://:9000, host",
    "ftp://h, http://",
    "http://key:secret@h, keys go into a profile",
    "http://h?x, path only"
  })
  void whatIsNoEndpointIsToldInWords(String text, String word) {
    assertThatThrownBy(() -> Endpoints.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(word)
        .hasMessageNotContaining("secret");
  }

  @Test
  void anEndpointIsTakenAsItIs() {
    assertThat(Endpoints.parse(" http://127.0.0.1:9000 "))
        .isEqualTo(URI.create("http://127.0.0.1:9000"));
    assertThat(Endpoints.parse("https://[::1]:9000/base").getHost()).isEqualTo("[::1]");
  }

  /** A store that is taken for AWS is not probed, so it must be AWS. */
  @Test
  void theSdkLooksForNoEndpointOfItsOwn() {
    String before = System.setProperty(SDK_PROPERTY, "http://127.0.0.1:9");
    S3Settings ofAws =
        new S3Settings(
            null, "eu-central-1", "b", new Credentials("k", "s"), null, S3Settings.DEFAULT_TIMEOUT);
    try (S3Clients clients = S3Clients.open(ofAws)) {
      assertThat(clients.writes().serviceClientConfiguration().endpointOverride())
          .contains(URI.create("https://s3.eu-central-1.amazonaws.com"));
      assertThat(clients.reads().serviceClientConfiguration().endpointProvider())
          .get()
          .isInstanceOf(S3Clients.OwnEndpoint.class);
    } finally {
      if (before == null) {
        System.clearProperty(SDK_PROPERTY);
      } else {
        System.setProperty(SDK_PROPERTY, before);
      }
    }
    S3EndpointParams asked =
        S3EndpointParams.builder()
            .region(Region.EU_CENTRAL_1)
            .bucket("bucket")
            .endpoint("http://127.0.0.1:9")
            .build();
    assertThat(new S3Clients.OwnEndpoint().resolveEndpoint(asked).join().endpointUrl().toUri())
        .isEqualTo(URI.create("https://bucket.s3.eu-central-1.amazonaws.com"));
    assertThat(SdkAccess.addressOfAws("s3", "cn-north-1"))
        .isEqualTo(URI.create("https://s3.cn-north-1.amazonaws.com.cn"));
    assertThat(new ProxyChoice(Map.of()).of(asked(ofAws))).isEmpty();
  }

  private static URI asked(S3Settings settings) {
    return settings.address();
  }
}
