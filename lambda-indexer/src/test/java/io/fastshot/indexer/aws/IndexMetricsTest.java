package io.fastshot.indexer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.RebuildHandler;
import io.fastshot.indexer.TestContext;
import io.fastshot.indexer.TestLibrary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IndexMetricsTest {
  private static final IndexMetrics METRICS = new IndexMetrics("bucket/");

  private final TestLibrary library = new TestLibrary();
  private final IndexerHandler indexer = new IndexerHandler(library.parts, METRICS);
  private final RebuildHandler rebuild = new RebuildHandler(library.parts, METRICS);

  private JsonNode batch(String... bodies) {
    TestContext context = new TestContext();
    indexer.handleRequest(TestLibrary.batch(List.of(bodies)), context);
    return line(context);
  }

  private JsonNode rebuild(String request) throws IOException {
    TestContext context = new TestContext();
    rebuild.handleRequest(
        new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)),
        new ByteArrayOutputStream(),
        context);
    return line(context);
  }

  private static JsonNode line(TestContext context) {
    assertThat(context.lines()).hasSize(1);
    return JsonMapper.shared().readTree(context.lines().getFirst());
  }

  private String eventAt(String base, Duration ago) {
    String time = library.parts.clock().instant().minus(ago).toString();
    return library
        .event(base)
        .replace("\"eventSource\"", "\"eventTime\":\"" + time + "\",\"eventSource\"");
  }

  private static List<String> declared(JsonNode line) {
    JsonNode metrics = line.at("/_aws/CloudWatchMetrics/0/Metrics");
    return StreamSupport.stream(metrics.spliterator(), false)
        .map(metric -> metric.path("Name").asString())
        .toList();
  }

  @Test
  void aBatchTellsWhatItDidAndHowTheIndexStands() {
    library.put("a");
    library.put("broken", new byte[] {1, 2, 3});
    JsonNode line = batch(eventAt("a", Duration.ofSeconds(3)), eventAt("broken", Duration.ZERO));

    assertThat(line.path("Library").asString()).isEqualTo("bucket/");
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asString()).isEqualTo("Fastshot");
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions/0/0").asString()).isEqualTo("Library");
    assertThat(line.at("/_aws/Timestamp").asLong())
        .isEqualTo(library.parts.clock().instant().toEpochMilli());
    assertThat(declared(line))
        .containsExactlyInAnyOrder(
            "Changes", "Failed", "Attempts", "Sessions", "Degraded", "RebuildLeft", "Lag");
    assertThat(line.path("Changes").asInt()).isEqualTo(2);
    assertThat(line.path("Failed").asInt()).isZero();
    assertThat(line.path("Attempts").asInt()).isEqualTo(1);
    assertThat(line.path("Sessions").asInt()).isEqualTo(2);
    assertThat(line.path("Degraded").asInt()).isEqualTo(1);
    assertThat(line.path("Lag").valueStream().map(JsonNode::asLong)).containsExactly(3000L, 0L);
    declared(line).forEach(name -> assertThat(line.has(name)).as(name).isTrue());
  }

  @Test
  void aCheckTellsHowMuchItFound() throws IOException {
    library.put("a");
    batch(library.event("a"));
    assertThat(rebuild("{\"mode\":\"check\"}").path("Drift").asInt(-1)).isZero();

    library.put("unnoticed");
    JsonNode line = rebuild("{\"mode\":\"check\"}");
    assertThat(line.path("Drift").asInt()).isEqualTo(1);
    assertThat(line.path("RebuildFailed").asInt(-1)).isZero();

    JsonNode part = batch(library.queue.removeLast());
    assertThat(part.path("RebuildLeft").asInt(-1)).isZero();
    assertThat(declared(part)).as("messages of our own have no lag").doesNotContain("Lag");
  }

  @Test
  void aPreviewFindsNoDrift() throws IOException {
    library.put("a");
    assertThat(declared(rebuild("{\"mode\":\"check\",\"dry_run\":true}"))).doesNotContain("Drift");
  }

  @Test
  void aRequestThatCannotBeReadIsNoFailureOfOurs() throws IOException {
    assertThat(rebuild("{\"mode\":\"everything\"}").has("_aws")).isFalse();
  }

  @Test
  void outsideOfAwsLinesArePlain() {
    TestContext context = new TestContext();
    new IndexerHandler(library.parts)
        .handleRequest(TestLibrary.batch(List.of(library.event("a"))), context);
    assertThat(line(context).has("_aws")).isFalse();
  }
}
