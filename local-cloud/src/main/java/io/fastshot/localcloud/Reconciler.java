package io.fastshot.localcloud;

import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds what events did not tell: at the start, because the queue does not survive the process, and
 * every hour.
 *
 * <p>A rebuild whose parts died with the process is asked for again, as the same mode; otherwise a
 * check nominates the sessions in which the bucket and the index differ.
 */
final class Reconciler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
  private static final Duration PERIOD = Duration.ofHours(1);
  private static final Duration RETRY = Duration.ofMillis(500);
  private static final int TRIES = 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_INDEX_BYTES = 512 << 20;

  private final ObjectStore store;
  private final EventQueue queue;
  private final LambdaFunction rebuild;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("local-cloud-check").daemon().factory());

  Reconciler(ObjectStore store, EventQueue queue, LambdaFunction rebuild) {
    this.store = store;
    this.queue = queue;
    this.rebuild = rebuild;
  }

  /** Begins with a look at what the last run left; the queue is not idle before that is done. */
  void start() {
    queue.taskBegins();
    timer.execute(() -> attempt(TRIES));
    var _ =
        timer.scheduleAtFixedRate(
            this::check, PERIOD.toSeconds(), PERIOD.toSeconds(), TimeUnit.SECONDS);
  }

  /** Injected faults may hit these requests too, so the first look is tried several times. */
  private void attempt(int triesLeft) {
    try {
      ask(payload(lastRebuild()));
      queue.taskEnds();
    } catch (IOException | RuntimeException e) {
      if (timer.isShutdown()) {
        LOG.debug("stopped during the check at the start; the next start checks again", e);
      } else if (triesLeft > 1) {
        if (triesLeft == TRIES) {
          LOG.warn("the check at the start failed; it is tried again: {}", e.getMessage());
        }
        LOG.debug("the check at the start failed; it is tried again", e);
        var _ =
            timer.schedule(() -> attempt(triesLeft - 1), RETRY.toMillis(), TimeUnit.MILLISECONDS);
      } else {
        LOG.warn("the check at the start failed; ask for a rebuild, or restart", e);
        queue.taskEnds();
      }
    }
  }

  /** The function answers what went wrong; nobody else would read it here. */
  private void ask(byte[] payload) throws IOException {
    JsonNode answer = JSON.readTree(rebuild.invoke(payload));
    if (answer.path("status").asString("").equals("error")) {
      throw new IOException(answer.path("message").asString("the rebuild function failed"));
    }
  }

  private void check() {
    try {
      ask(payload(Optional.empty()));
    } catch (IOException | RuntimeException e) {
      LOG.warn("the hourly check failed; the next one is in an hour", e);
    }
  }

  private static byte[] payload(Optional<RebuildState> running) {
    String mode =
        running
            .map(RebuildState::mode)
            .filter(RebuildState.Mode::coversBucket)
            .map(RebuildState.Mode::jsonName)
            .orElse("check");
    String force = running.isPresent() ? ",\"force\":true" : "";
    return ("{\"mode\":\"" + mode + "\"" + force + "}").getBytes(StandardCharsets.UTF_8);
  }

  private Optional<RebuildState> lastRebuild() throws IOException {
    var document = ObjectStores.read(store, KeyLayout.atRoot().overallMeta(), MAX_INDEX_BYTES);
    if (document.isEmpty()) {
      return Optional.empty();
    }
    return switch (OverallIndexJson.read(new ByteArrayInputStream(document.get().bytes()))) {
      case OverallIndexJson.Reading.Native(OverallIndex index) ->
          Optional.ofNullable(index.rebuild()).filter(RebuildState::isRunning);
      case OverallIndexJson.Reading.Original _, OverallIndexJson.Reading.Garbage _ ->
          Optional.empty();
    };
  }

  /** Stops the checks; a running one ends by itself. */
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
