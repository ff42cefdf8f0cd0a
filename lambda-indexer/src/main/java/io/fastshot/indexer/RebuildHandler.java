package io.fastshot.indexer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.fastshot.indexer.aws.Deadlines;
import io.fastshot.indexer.aws.IndexMetrics;
import io.fastshot.indexer.aws.LambdaEnvironment;
import io.fastshot.indexer.aws.Primer;
import io.fastshot.indexer.rebuild.RebuildRequest;
import io.fastshot.indexer.rebuild.RebuildResult;
import io.fastshot.indexer.rebuild.Rebuilder;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.model.RebuildState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Starts, previews and cancels rebuilds of the index. JSON in, JSON out, both UTF-8.
 *
 * <pre>
 * {"mode":"all"}                          every session is read anew
 * {"mode":"overall"}                      rows are taken from meta indexes that match their session
 * {"mode":"check"}                        only where a listing of the bucket and the index differ
 * {"mode":"keys","keys":["a.fastshot"]}   only these, by file name or object key
 *     with "dry_run":true                 tell what would be done, and do nothing
 *     with "force":true                   also if another rebuild is running, which is superseded
 * {"action":"cancel"}                     parts of the running rebuild that are still queued are dropped
 *
 * {"status":"started","id":"…","mode":"all","nominated":37,"bytes":7274496,"parts":1,"estimate_seconds":6,"message":null}
 * </pre>
 *
 * <ul>
 *   <li>{@code status}: {@code started}; {@code done} (there was nothing to do); {@code
 *       already_running} ({@code id} and {@code mode} are the running one's); {@code cancelled};
 *       {@code dry_run}; {@code nothing_to_cancel}; {@code error} ({@code message} says what to do)
 *   <li>{@code nominated}: sessions; {@code bytes}: about what reading them transfers; {@code
 *       parts}: queue messages; {@code estimate_seconds}: about how long it takes
 *   <li>{@code id}, {@code mode}, {@code message} may be null
 * </ul>
 *
 * <p>Progress is in the member {@code rebuild} of {@code overall_meta.json}.
 *
 * <p><b>Threads:</b> safe from several.
 */
public final class RebuildHandler implements RequestStreamHandler {
  private final Indexing parts;
  private final Rebuilder rebuilder;
  private final IndexMetrics metrics;

  /**
   * As Lambda makes it.
   *
   * @throws IllegalStateException if the environment lacks a variable; the message names it
   */
  public RebuildHandler() {
    this(LambdaEnvironment.indexing(System.getenv()), LambdaEnvironment.metrics(System.getenv()));
    Primer.primeForSnapshot(System.getenv());
  }

  /** From parts, without metrics. */
  public RebuildHandler(Indexing parts) {
    this(parts, IndexMetrics.none());
  }

  public RebuildHandler(Indexing parts, IndexMetrics metrics) {
    this.metrics = metrics;
    this.parts = parts;
    this.rebuilder = new Rebuilder(parts);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Deadline deadline = Deadlines.of(context, parts);
    RebuildResult result;
    Map<IndexMetrics.Metric, Object> measured = new EnumMap<>(IndexMetrics.Metric.class);
    try {
      RebuildRequest request = RebuildRequest.read(input, parts.config().layout());
      result = rebuilder.run(request, deadline);
      measure(request, result, measured);
    } catch (IllegalArgumentException e) {
      result = RebuildResult.error(e.getMessage());
    }
    output.write(result.toJson());
    metrics.log(context, line(result), measured, parts.clock().instant());
  }

  private static void measure(
      RebuildRequest request, RebuildResult result, Map<IndexMetrics.Metric, Object> values) {
    boolean failed = result.status() == RebuildResult.Status.ERROR;
    values.put(IndexMetrics.Metric.REBUILD_FAILED, failed ? 1 : 0);
    boolean checked =
        result.status() == RebuildResult.Status.STARTED
            || result.status() == RebuildResult.Status.DONE;
    if (checked
        && request instanceof RebuildRequest.Start start
        && start.mode() == RebuildState.Mode.CHECK) {
      values.put(IndexMetrics.Metric.DRIFT, result.nominated());
    }
  }

  private static Map<String, Object> line(RebuildResult result) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", "rebuild");
    line.put("status", result.status().name());
    line.put("id", String.valueOf(result.id()));
    line.put("mode", String.valueOf(result.mode()));
    line.put("nominated", result.nominated());
    line.put("parts", result.parts());
    line.put("message", String.valueOf(result.message()));
    return line;
  }
}
