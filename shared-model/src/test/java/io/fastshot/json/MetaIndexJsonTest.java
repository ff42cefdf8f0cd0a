package io.fastshot.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.fixtures.Fixtures;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaIndexJsonTest {
  private static SessionMeta read(String json) throws DocumentException {
    return MetaIndexJson.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyMemberSurvivesWritingAndReading() throws DocumentException {
    SessionMeta meta = IndexSamples.meta("a/b 会");
    assertThat(MetaIndexJson.read(MetaIndexJson.write(meta))).isEqualTo(meta);
    SessionMeta degraded =
        new SessionMeta(
            new SessionId("x"), SessionFields.unnamed(0), 0, null, null, false, "cut off");
    assertThat(MetaIndexJson.read(MetaIndexJson.write(degraded))).isEqualTo(degraded);
  }

  @Test
  void theNestedPartRepeatsTheFlatOneForTheOriginal() {
    String json = new String(MetaIndexJson.write(IndexSamples.meta("s1")), StandardCharsets.UTF_8);
    String fields =
        "\"name\":\"名前 s1\",\"desc\":\"one \\\"line\\\"\\nand another 🔑\","
            + "\"tags\":[\"test\",\"\",\"test\"],\"color\":\"green\",\"class\":\"development\","
            + "\"image_count\":3,\"created_at\":\"2025-06-21T11:46:15.123456\","
            + "\"file_size\":2048576";
    assertThat(json)
        .startsWith("{\"filename\":\"s1.fastshot\"," + fields)
        .endsWith("\"version\":\"1.0\",\"metadata\":{" + fields + "}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "samples/cloud/meta_indexes",
        "samples/local_after_cold_tab/meta_cache/meta_indexes",
        "samples/local_after_smart_sync/meta_cache/meta_indexes"
      })
  void theOriginalsDocumentsAreRead(String folder) throws IOException, DocumentException {
    Path sample = Fixtures.original(folder).resolve("20250621114615_会议_1.meta.json");
    SessionMeta meta = MetaIndexJson.read(Files.readAllBytes(sample));
    assertThat(meta.id()).isEqualTo(new SessionId("20250621114615_会议_1"));
    assertThat(meta.fields())
        .isEqualTo(
            new SessionFields(
                "会议_1",
                "中文 desc 🚀",
                List.of("test", "demo"),
                "green",
                "development",
                2,
                "2025-06-21T11:46:15.123456"));
    assertThat(meta.fileSizeBytes()).isEqualTo(8131);
    assertThat(meta.checksum()).isNull();
    assertThat(meta.src()).isNull();
  }

  @Test
  void emptyMetadataGivesTheOriginalsDefaults() throws DocumentException {
    SessionMeta meta =
        read("{\"filename\": \"a.fastshot\", \"metadata\": {}, \"created_at\": \"t\"}");
    assertThat(meta.fields()).isEqualTo(new SessionFields("", "", List.of(), "blue", "", 0, "t"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"name\": \"x\"}",
        "{\"filename\": \"x.txt\", \"name\": \"x\"}",
        "{\"filename\": \"x.fastshot\"}",
        "{\"filename\": \"x.fastshot\", \"metadata\": null}",
        "{\"filename\": \"x.fastshot\", \"name\": \"x\"} more",
        "{\"filename\": \"x.fastshot\", \"name\": \"x"
      })
  void whatIsNoMetaIndexIsRefused(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("the meta index");
  }

  /** Found by fuzzing. */
  @Test
  void bytesInAStrangeOrderAreNoMetaIndex() {
    assertThatThrownBy(() -> MetaIndexJson.read(new byte[] {0, 0, 1, 0, 0, '+', 0}))
        .isInstanceOf(DocumentException.class);
  }
}
