package io.fastshot.client.indexing;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.RebuildHandler;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.json.OverallIndexJson.Reading;
import io.fastshot.localcloud.functions.LocalContext;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.RebuildState;
import io.fastshot.store.ByteRange;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the functions of the cloud side on this machine, for stores that run no functions: compares
 * the bucket with its index and looks at what differs, until nothing does.
 *
 * <p>Any number may run at once, on any machines, beside each other or beside functions on AWS: the
 * index is only written by compare-and-swap. One that dies leaves a right index that lacks what it
 * had not got to; the next one goes on.
 *
 * <p><b>Cost:</b> one GET of the index and two listings at one request per 1,000 sessions when
 * nothing differs; else what the functions cost for the sessions that do, and the same once more.
 *
 * <p><b>Threads:</b> used by one; {@code stop} is asked from it.
 */
public final class LocalIndexer {
  /** A thousand sessions: each batch writes the whole index once. */
  private static final int BATCH = 100;

  private static final String FUNCTION = "fastshot-index";
  private static final Duration TIMEOUT = Duration.ofMinutes(15);

  private static final int MAX_ROUNDS = 20;
  private static final long TICK_MILLIS = 500;
  private static final int REASONS_KEPT = 20;

  private final ObjectStore store;
  private final KeyLayout layout;
  private final InstantSource clock;
  private final Duration takeover;
  private final BooleanSupplier stop;
  private final LocalQueue queue = new LocalQueue();
  private final IndexerHandler indexer;
  private final RebuildHandler rebuilds;
  private final Set<String> reasons = new LinkedHashSet<>();
  private List<IndexRow> rows = List.of();

  /**
   * Makes no request.
   *
   * @param store of {@link io.fastshot.client.data.Library#openStoreForIndexer}; not closed
   * @param originalApp whether the original app works on the library too: the list stays plain JSON
   *     up to 4 MiB
   * @param takeover after so long without any change of the index a rebuild of somebody else counts
   *     as abandoned
   * @param stop asked between batches: whether to end early
   */
  public LocalIndexer(
      ObjectStore store,
      LibrarySettings settings,
      boolean originalApp,
      InstantSource clock,
      Duration takeover,
      BooleanSupplier stop) {
    this.store = store;
    this.takeover = takeover;
    IndexerConfig config = Previews.config(settings).withOriginalApp(originalApp);
    this.layout = config.layout();
    this.clock = clock;
    this.stop = stop;
    Indexing parts = new Indexing(store, queue, config, clock, new SecureRandom());
    this.indexer = new IndexerHandler(parts);
    this.rebuilds = new RebuildHandler(parts);
  }

  /**
   * Compares and repairs until nothing differs.
   *
   * @param first what the first look is at: {@code CHECK} for what differs; {@code ALL} or {@code
   *     OVERALL} for every session, whatever the listings say
   * @throws StoreException.Denied if the credentials may not read the index
   * @throws StoreException.Rejected if the store does not keep conditional writes, or refuses
   * @throws StoreException.Unavailable if the store did not answer; the next run goes on
   */
  public IndexRun run(RebuildState.Mode first) {
    Instant began = clock.instant();
    reasons.clear();
    int lookedAt = 0;
    for (int round = 1; round <= MAX_ROUNDS; round++) {
      Optional<RebuildState> abandoned = othersRebuild();
      if (stop.getAsBoolean()) {
        return ended(IndexRun.Outcome.STOPPED, lookedAt, round, began);
      }
      JsonNode answer = ask(payload(round == 1 ? first : RebuildState.Mode.CHECK, abandoned));
      String status = answer.path("status").asString("");
      int nominated = answer.path("nominated").asInt(0);
      if (status.equals("done") && nominated == 0) {
        return ended(IndexRun.Outcome.RIGHT, lookedAt, round, began);
      }
      if (status.equals("started")) {
        lookedAt += nominated;
        IndexRun.Outcome outcome = drain();
        if (outcome != IndexRun.Outcome.RIGHT) {
          cancel(answer.path("id").asString(""));
          return ended(outcome, lookedAt, round, began);
        }
      }
    }
    reasons.add("sessions still differ after " + MAX_ROUNDS + " comparisons");
    return ended(IndexRun.Outcome.NOT_YET, lookedAt, MAX_ROUNDS, began);
  }

  private IndexRun ended(IndexRun.Outcome outcome, int lookedAt, int rounds, Instant began) {
    List<String> said =
        outcome == IndexRun.Outcome.NOT_YET ? List.copyOf(reasons) : List.<String>of();
    Duration took = Duration.between(began, clock.instant());
    return new IndexRun(outcome, lookedAt, rounds, took, said, Unreadable.of(rows));
  }

  /** Works on what is queued: right if all of it was done. */
  private IndexRun.Outcome drain() {
    while (queue.size() > 0) {
      if (stop.getAsBoolean()) {
        queue.clear();
        return IndexRun.Outcome.STOPPED;
      }
      SQSEvent batch = queue.receive(BATCH);
      SQSBatchResponse response =
          indexer.handleRequest(
              batch, new LocalContext(FUNCTION, clock, TIMEOUT, this::keepReasons));
      Set<String> failed =
          response.getBatchItemFailures().stream()
              .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
              .collect(Collectors.toSet());
      int dead = queue.settle(failed);
      if (dead > 0) {
        reasons.add(dead + " parts failed " + LocalQueue.MAX_RECEIVES + " times");
        queue.clear();
        return IndexRun.Outcome.NOT_YET;
      }
      if (!failed.isEmpty()) {
        boolean _ = slept();
      }
    }
    return IndexRun.Outcome.RIGHT;
  }

  /**
   * What is not done of our own rebuild is nobody's any more: the next run need not wait for it.
   */
  private void cancel(String id) {
    if (runningRebuild().filter(rebuild -> rebuild.id().equals(id)).isPresent()) {
      JsonNode _ = ask("{\"action\":\"cancel\"}");
    }
  }

  /** The functions say in their log what they could not do. */
  private void keepReasons(String line) {
    try {
      JsonNode json = JsonMapper.shared().readTree(line);
      for (JsonNode note : json.path("notes")) {
        if (reasons.size() < REASONS_KEPT) {
          reasons.add(note.asString(""));
        }
      }
    } catch (JacksonException e) {
      reasons.add(line);
    }
  }

  private JsonNode ask(String payload) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      rebuilds.handleRequest(
          new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)),
          answer,
          new LocalContext(FUNCTION, clock, TIMEOUT, _ -> {}));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    JsonNode json = JsonMapper.shared().readTree(answer.toByteArray());
    if (json.path("status").asString("").equals("error")) {
      throw new StoreException.Rejected(json.path("message").asString(""), null);
    }
    return json;
  }

  /** A rebuild that still runs now is nobody's: it is superseded, by one that does no less. */
  private static String payload(RebuildState.Mode wanted, Optional<RebuildState> abandoned) {
    RebuildState.Mode mode =
        wanted != RebuildState.Mode.CHECK
            ? wanted
            : abandoned
                .map(RebuildState::mode)
                .filter(RebuildState.Mode::coversBucket)
                .orElse(RebuildState.Mode.CHECK);
    return "{\"mode\":\"" + mode.jsonName() + "\",\"force\":" + abandoned.isPresent() + "}";
  }

  /**
   * A rebuild that runs and makes no progress, after waiting while it does. To supersede one that
   * lives would be safe, but double work. Every change of the index counts as progress.
   */
  private Optional<RebuildState> othersRebuild() {
    Optional<RebuildState> running = runningRebuild();
    Optional<ETag> last = running.isPresent() ? etag() : Optional.empty();
    Instant silentSince = clock.instant();
    while (running.isPresent()
        && !stop.getAsBoolean()
        && Duration.between(silentSince, clock.instant()).compareTo(takeover) < 0
        && slept()) {
      Optional<ETag> now = etag();
      if (!now.equals(last)) {
        last = now;
        silentSince = clock.instant();
        running = runningRebuild();
      }
    }
    return running;
  }

  private Optional<ETag> etag() {
    return store.head(layout.overallMeta()).map(ObjectInfo::etag);
  }

  private static boolean slept() {
    try {
      Thread.sleep(TICK_MILLIS);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<RebuildState> runningRebuild() {
    return switch (store.get(layout.overallMeta(), ByteRange.whole(), Precondition.none())) {
      case GetOutcome.Found found -> runningIn(found);
      case GetOutcome.Absent _,
          GetOutcome.NotModified _,
          GetOutcome.Changed _,
          GetOutcome.OutOfRange _ ->
          Optional.empty();
    };
  }

  private Optional<RebuildState> runningIn(GetOutcome.Found found) {
    try (found) {
      if (!(OverallIndexJson.read(found.body()) instanceof Reading.Native(var index))) {
        return Optional.empty();
      }
      rows = index.rows();
      return Optional.ofNullable(index.rebuild()).filter(RebuildState::isRunning);
    } catch (IOException e) {
      throw new StoreException.Unavailable("the connection broke while the index was read", e);
    }
  }
}
