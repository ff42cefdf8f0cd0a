package io.fastshot.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3EventJsonTest {
  private static String record(String key) {
    return """
    {"eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
     "s3": {"bucket": {"name": "b"}, "object": {"key": "%s", "size": 1, "sequencer": "00"}}}
    """
        .formatted(key);
  }

  @Test
  void keysAreDecodedInTheirOrder() throws DocumentException {
    String body =
        "{\"Records\": ["
            + record("sessions/a+b%2Bc%25.fastshot")
            + ","
            + record("sessions/%E4%BC%9A%E8%AE%AE.fastshot")
            + ","
            + record("sessions/a+b%2Bc%25.fastshot")
            + "]}";
    assertThat(S3EventJson.sessionKeys(body))
        .containsExactly(
            "sessions/a b+c%.fastshot", "sessions/会议.fastshot", "sessions/a b+c%.fastshot");
  }

  @Test
  void theTestEventNamesNothing() throws DocumentException {
    assertThat(
            S3EventJson.sessionKeys(
                "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}"))
        .isEmpty();
  }

  @Test
  void noRecordsNameNothing() throws DocumentException {
    assertThat(S3EventJson.sessionKeys("{\"Records\": []}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{}",
        "{\"Records\": [5]}",
        "{\"Records\": [{\"s3\": {}}]}",
        "{\"Records\": [{\"s3\": {\"object\": {\"key\": \"\"}}}]}",
        "{\"Records\": [{\"s3\": {\"object\": {\"key\": \"100%\"}}}]}"
      })
  void whatIsNoNotificationIsRefused(String body) {
    assertThatThrownBy(() -> S3EventJson.sessionKeys(body)).isInstanceOf(DocumentException.class);
  }
}
