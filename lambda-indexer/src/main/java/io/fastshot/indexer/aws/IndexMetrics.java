package io.fastshot.indexer.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.json.S3EventJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Log lines that are metrics as well: CloudWatch takes the numbers out of them (embedded metric
 * format). Alarms and dashboard of infra know the names.
 *
 * <p>Outside of AWS nobody takes them out, so without a library's name the lines are plain.
 *
 * @param library the dimension of all metrics: bucket and prefix; null for none
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Embedded
 *     metric format</a>
 */
public record IndexMetrics(@Nullable String library) {
  private static final String NAMESPACE = "Fastshot";
  private static final String DIMENSION = "Library";

  /** The most values that one line may have of one metric. */
  private static final int MAX_VALUES = 100;

  /** Names and units. Each is a metric that costs money: add one only for an alarm or a graph. */
  public enum Metric {
    /** Sessions that a batch looked at. */
    CHANGES("Changes", "Count"),
    /** Of these, how many go back to the queue. */
    FAILED("Failed", "Count"),
    /** From the event, as S3 says, to its session being in the index. */
    LAG("Lag", "Milliseconds"),
    /** PUTs until a version of the index was installed; 1 without contention. */
    ATTEMPTS("Attempts", "Count"),
    /** Rows of the index. */
    SESSIONS("Sessions", "Count"),
    /** Rows of sessions that cannot be read. */
    DEGRADED("Degraded", "Count"),
    /** Sessions that a check found missing, left over or changed. */
    DRIFT("Drift", "Count"),
    /** Parts of the running rebuild that are not done yet. */
    REBUILD_LEFT("RebuildLeft", "Count"),
    /** Rebuilds and checks that could not be started. */
    REBUILD_FAILED("RebuildFailed", "Count");

    private final String title;
    private final String unit;

    Metric(String title, String unit) {
      this.title = title;
      this.unit = unit;
    }

    /** The name in CloudWatch. */
    String title() {
      return title;
    }
  }

  /** Lines without metrics. */
  public static IndexMetrics none() {
    return new IndexMetrics(null);
  }

  /** Writes a line with metrics. */
  public void log(
      Context context, Map<String, Object> line, Map<Metric, Object> values, Instant now) {
    if (library == null || values.isEmpty()) {
      JsonLog.write(context, line);
      return;
    }
    List<Map<String, String>> declared = new ArrayList<>();
    Map<String, Object> with = new LinkedHashMap<>(line);
    with.put(DIMENSION, library);
    values.forEach((metric, value) -> {
      declared.add(Map.of("Name", metric.title, "Unit", metric.unit));
      with.put(metric.title, value);
    });
    with.put(
        "_aws",
        Map.of(
            "Timestamp",
            now.toEpochMilli(),
            "CloudWatchMetrics",
            List.of(
                Map.of(
                    "Namespace",
                    NAMESPACE,
                    "Dimensions",
                    List.of(List.of(DIMENSION)),
                    "Metrics",
                    declared))));
    JsonLog.write(context, with);
  }

  /** What the index says of the library. */
  public static void describe(@Nullable OverallIndex index, Map<Metric, Object> values) {
    if (index == null) {
      return;
    }
    values.put(Metric.SESSIONS, index.rows().size());
    values.put(Metric.DEGRADED, index.rows().stream().filter(IndexMetrics::isDegraded).count());
    RebuildState rebuild = index.rebuild();
    int left = rebuild != null && rebuild.isRunning() ? rebuild.parts() - rebuild.partsDone() : 0;
    values.put(Metric.REBUILD_LEFT, left);
  }

  private static boolean isDegraded(IndexRow row) {
    return row.meta().degraded() != null;
  }

  /**
   * How long ago the events of messages happened, in milliseconds; messages of our own have none.
   */
  public static List<Long> lags(List<SQSEvent.SQSMessage> messages, Instant now) {
    List<Long> lags = new ArrayList<>();
    for (SQSEvent.SQSMessage message : messages) {
      Instant event = S3EventJson.eventTime(message.getBody());
      if (event != null && lags.size() < MAX_VALUES) {
        lags.add(Math.max(0, Duration.between(event, now).toMillis()));
      }
    }
    return lags;
  }
}
