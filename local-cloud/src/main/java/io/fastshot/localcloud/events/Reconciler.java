package io.fastshot.localcloud.events;

import io.fastshot.json.OverallIndexJson;
import io.fastshot.localcloud.functions.LambdaFunction;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds what events did not tell: at the start, because the queue does not survive the process;
 * every hour; and after a message was given up, as the alarm on the dead letters does on AWS (see
 * docs/decisions/0206).
 *
 * <p>A rebuild whose parts died is asked for again, as the same mode; otherwise a check nominates
 * the sessions in which the bucket and the index differ.
 */
public final class Reconciler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
  private static final Duration PERIOD = Duration.ofHours(1);
  private static final Duration RETRY = Duration.ofMillis(500);
  private static final int TRIES = 20;
  private static final int MAX_INDEX_BYTES = 128 << 20;
  private static final String CHECK = "{\"mode\":\"check\"}";

  /** Between a dead letter and the check, doubled while checks find something and fail again. */
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /**
   * So long a check waits for the queue to be empty: then a running rebuild is known to be dead.
   */
  private static final Duration DRAIN = Duration.ofMinutes(1);

  private final ObjectStore store;
  private final EventQueue queue;
  private final LambdaFunction rebuild;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("local-cloud-check").daemon().factory());

  /** Used on the timer's thread and under the queue's lock. */
  private volatile Duration wait = FIRST_WAIT;

  public Reconciler(ObjectStore store, EventQueue queue, LambdaFunction rebuild) {
    this.store = store;
    this.queue = queue;
    this.rebuild = rebuild;
  }

  /** Begins with a look at what the last run left; the queue is not idle before that is done. */
  public void start() {
    queue.onDeadLetter(this::deadLetter);
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
        schedule(() -> attempt(triesLeft - 1), RETRY);
      } else {
        LOG.warn("the check at the start failed; ask for a rebuild, or restart", e);
        queue.taskEnds();
      }
    }
  }

  private void check() {
    try {
      ask(CHECK);
    } catch (IOException | RuntimeException e) {
      LOG.warn("the hourly check failed; the next one is in an hour", e);
    }
  }

  /** A message was given up: what it was about is wrong until somebody looks. */
  private void deadLetter() {
    if (asked.compareAndSet(false, true)) {
      queue.taskBegins();
      schedule(this::lookAgain, wait);
    }
  }

  private void lookAgain() {
    asked.set(false);
    try {
      // With nothing queued, a rebuild that is not done waits for parts that will not come.
      String payload = queue.awaitEmpty(DRAIN) ? payload(lastRebuild()) : CHECK;
      String status = ask(payload);
      if (status.equals("already_running")) {
        again();
      } else {
        wait = status.equals("done") ? FIRST_WAIT : longer(wait);
        queue.taskEnds();
      }
    } catch (IOException | RuntimeException e) {
      LOG.info("the check after a dead letter failed; it is tried again", e);
      again();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // stopped; the next start checks again
    }
  }

  private void again() {
    wait = longer(wait);
    schedule(this::lookAgain, wait);
  }

  private static Duration longer(Duration wait) {
    Duration doubled = wait.multipliedBy(2);
    return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
  }

  private void schedule(Runnable task, Duration after) {
    try {
      var _ = timer.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("stopped before a check; the next start checks again", e);
    }
  }

  /**
   * Runs the rebuild function.
   *
   * @return its {@code status}; empty if it has none
   * @throws IOException if it failed or says that it did
   */
  private String ask(String payload) throws IOException {
    byte[] answer = rebuild.invoke(payload.getBytes(StandardCharsets.UTF_8));
    try {
      var json = JsonMapper.shared().readTree(answer);
      String status = json.path("status").asString("");
      if (status.equals("error")) {
        throw new IOException("the rebuild function: " + json.path("message").asString(""));
      }
      return status;
    } catch (JacksonException e) {
      throw new IOException("the rebuild function's answer is not JSON", e);
    }
  }

  private static String payload(Optional<RebuildState> running) {
    return running
        .map(RebuildState::mode)
        .map(mode -> mode.coversBucket() ? mode : RebuildState.Mode.CHECK)
        .map(mode -> "{\"mode\":\"" + mode.jsonName() + "\",\"force\":true}")
        .orElse(CHECK);
  }

  private Optional<RebuildState> lastRebuild() throws IOException {
    Optional<ObjectStores.SmallObject> document;
    try {
      document = ObjectStores.read(store, KeyLayout.atRoot().overallMeta(), MAX_INDEX_BYTES);
    } catch (StoreException.Rejected e) {
      LOG.warn("what stands in the index's place is none", e);
      return Optional.empty();
    }
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
