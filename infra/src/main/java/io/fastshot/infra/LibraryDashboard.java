package io.fastshot.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.constructs.Construct;

/** One page that answers: is the index up to date, is it right, what does it cost? */
final class LibraryDashboard {
  private static final int WIDTH = 8;
  private static final int HEIGHT = 6;
  private static final Duration DAY = Duration.days(1);

  private final String name;
  private final Dashboard dashboard;
  private final LibraryMetrics metrics;

  LibraryDashboard(Construct scope, Library library, Indexing indexing, LibraryMetrics metrics) {
    this.metrics = metrics;
    this.name = Stack.of(scope).getStackName() + "-" + Aws.REGION;
    this.dashboard = Dashboard.Builder.create(scope, "Dashboard").dashboardName(name).build();
    dashboard.addWidgets(upToDate(library.queue()));
    dashboard.addWidgets(right(library.queue(), indexing));
    dashboard.addWidgets(cost(library, indexing));
  }

  String url() {
    return "https://"
        + Aws.REGION
        + ".console.aws.amazon.com/cloudwatch/home?region="
        + Aws.REGION
        + "#dashboards:name="
        + name;
  }

  private IWidget[] upToDate(IndexerQueue queue) {
    return new IWidget[] {
      graph(
          "Sessions looked at, and those that must wait",
          metrics.labelled(LibraryMetrics.CHANGES, "Sum"),
          metrics.labelled(LibraryMetrics.FAILED, "Sum")),
      graph(
          "Upload to visible (ms)",
          metrics.labelled(LibraryMetrics.LAG, "p50"),
          metrics.labelled(LibraryMetrics.LAG, "p99"),
          metrics.labelled(LibraryMetrics.LAG, "Maximum")),
      graph(
          "Oldest event (s), and how many wait",
          queue.events().metricApproximateAgeOfOldestMessage(named("oldest (s)")),
          queue.events().metricApproximateNumberOfMessagesVisible(named("waiting"))),
    };
  }

  private IWidget[] right(IndexerQueue queue, Indexing indexing) {
    return new IWidget[] {
      graph(
          "Tries to publish the index (1 is best)",
          metrics.labelled(LibraryMetrics.ATTEMPTS, "Average"),
          metrics.labelled(LibraryMetrics.ATTEMPTS, "Maximum")),
      graph(
          "Sessions that cannot be read, drift found by the check, dead letters",
          metrics.labelled(LibraryMetrics.DEGRADED, "Maximum"),
          metrics.labelled(LibraryMetrics.DRIFT, "Maximum"),
          queue.deadLetters().metricApproximateNumberOfMessagesVisible(named("dead letters"))),
      graph(
          "Parts of a rebuild that are left; errors and throttles",
          metrics.labelled(LibraryMetrics.REBUILD_LEFT, "Minimum"),
          indexing.indexer().function().metricErrors(sum("indexer errors")),
          indexing.rebuild().function().metricErrors(sum("rebuild errors")),
          indexing.indexer().function().metricThrottles(sum("throttles"))),
    };
  }

  private IWidget[] cost(Library library, Indexing indexing) {
    return new IWidget[] {
      graph(
          "Function time (GB-seconds per 5 minutes)",
          gigabyteSeconds("indexer", indexing.indexer()),
          gigabyteSeconds("rebuild", indexing.rebuild())),
      graph(
          "Queue messages, and invocations",
          library.queue().events().metricNumberOfMessagesSent(sum("messages")),
          indexing.indexer().function().metricInvocations(sum("indexer")),
          indexing.rebuild().function().metricInvocations(sum("rebuild"))),
      graph(
          "Sessions, and gigabytes in the bucket (old versions and trash included)",
          metrics.labelled(LibraryMetrics.SESSIONS, "Maximum"),
          stored(library.bucket().name())),
    };
  }

  private static GraphWidget graph(String title, IMetric... metrics) {
    return GraphWidget.Builder.create()
        .title(title)
        .left(List.of(metrics))
        .width(WIDTH)
        .height(HEIGHT)
        .build();
  }

  private static MetricOptions named(String label) {
    return MetricOptions.builder().statistic("Maximum").label(label).build();
  }

  private static MetricOptions sum(String label) {
    return MetricOptions.builder().statistic("Sum").label(label).build();
  }

  private static IMetric gigabyteSeconds(String label, LibraryFunction function) {
    return MathExpression.Builder.create()
        .expression(label + "_ms / 1000 * " + function.memoryMb() + " / 1024")
        .usingMetrics(Map.of(label + "_ms", function.function().metricDuration(sum("ms"))))
        .label(label)
        .build();
  }

  private static IMetric stored(String bucket) {
    Metric bytes =
        Metric.Builder.create()
            .namespace("AWS/S3")
            .metricName("BucketSizeBytes")
            .dimensionsMap(Map.of("BucketName", bucket, "StorageType", "StandardStorage"))
            .statistic("Average")
            .period(DAY)
            .build();
    return MathExpression.Builder.create()
        .expression("bytes / 1000000000")
        .usingMetrics(Map.of("bytes", bytes))
        .label("GB")
        .period(DAY)
        .build();
  }
}
