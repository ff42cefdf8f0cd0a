package io.fastshot.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/**
 * The metrics that the functions write into their logs (embedded metric format). The names are
 * those of {@code IndexMetrics} in lambda-indexer; a test holds the two together.
 */
record LibraryMetrics(String library) {
  static final String NAMESPACE = "Fastshot";
  static final String DIMENSION = "Library";

  static final String CHANGES = "Changes";
  static final String FAILED = "Failed";
  static final String LAG = "Lag";
  static final String ATTEMPTS = "Attempts";
  static final String SESSIONS = "Sessions";
  static final String DEGRADED = "Degraded";
  static final String DRIFT = "Drift";
  static final String REBUILD_LEFT = "RebuildLeft";
  static final String REBUILD_FAILED = "RebuildFailed";

  private static final Duration PERIOD = Duration.minutes(5);

  /** A metric with a statistic, such as {@code Sum} or {@code p99}. */
  Metric of(String name, String statistic) {
    return Metric.Builder.create()
        .namespace(NAMESPACE)
        .metricName(name)
        .dimensionsMap(Map.of(DIMENSION, library))
        .statistic(statistic)
        .period(PERIOD)
        .build();
  }

  /** The same, for a graph that shows several statistics of one metric. */
  Metric labelled(String name, String statistic) {
    return of(name, statistic).with(MetricOptions.builder().label(name + " " + statistic).build());
  }
}
