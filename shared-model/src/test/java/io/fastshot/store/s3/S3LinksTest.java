package io.fastshot.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class S3LinksTest {
  private static S3Settings aws(String bucket) {
    return new S3Settings(
        null,
        "eu-central-1",
        bucket,
        new Credentials("AKIDEXAMPLE", "secret"),
        null,
        Duration.ofSeconds(1));
  }

  @Test
  void linksOfAwsHaveTheBucketInTheirHost() {
    Instant before = Instant.now();
    var link =
        S3Links.open(aws("team-screens"))
            .to("sessions/a b/图.fastshot", "图.fastshot", Duration.ofMinutes(30));
    assertThat(link.address().getScheme()).isEqualTo("https");
    assertThat(link.address().getHost()).isEqualTo("team-screens.s3.eu-central-1.amazonaws.com");
    assertThat(link.address().getRawPath()).isEqualTo("/sessions/a%20b/%E5%9B%BE.fastshot");
    assertThat(link.address().getRawQuery())
        .contains("X-Amz-Expires=1800", "X-Amz-Credential=AKIDEXAMPLE", "X-Amz-Signature=");
    assertThat(link.expires())
        .isBetween(before.plusSeconds(1_799), Instant.now().plusSeconds(1_800));
    assertThat(link.withCredentials()).isFalse();
  }
}
