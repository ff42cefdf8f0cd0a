package io.fastshot.integration.library;

import io.fastshot.indexer.IndexOracle;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.integration.aws.Waiting;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.OverallIndex;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import tools.jackson.databind.JsonNode;

/** A bucket with its indexer, driven and judged by a test. */
public interface TestedLibrary extends AutoCloseable {
  /** How long an index may take to become right: cold starts and redeliveries included. */
  Duration PATIENCE = Duration.ofMinutes(3);

  /** The most that an overall index of a test has. */
  int MOST_BYTES = 64 << 20;

  /** The bucket; writes below {@code sessions/} are told to the indexer. */
  ObjectStore store();

  /** The settings that its indexer works with. */
  IndexerConfig config();

  /** Asks the rebuild function. */
  JsonNode rebuild(String request);

  /** What is still to be done by the indexer, in words; empty if nothing. */
  String pending();

  /** The overall index; empty if there is none. */
  default OverallIndex index() {
    var stored = ObjectStores.read(store(), config().layout().overallMeta(), MOST_BYTES);
    if (stored.isEmpty()) {
      return OverallIndex.empty();
    }
    return switch (OverallIndexJson.read(stored.get().bytes())) {
      case OverallIndexJson.Reading.Native(var index) -> index;
      case OverallIndexJson.Reading.Original _, OverallIndexJson.Reading.Garbage _ ->
          throw new AssertionError("the index is not ours");
    };
  }

  /**
   * Waits until the indexer has nothing to do and all that it wrote is as {@link IndexOracle} says
   * it should be.
   *
   * @throws AssertionError with the differences, if that does not come
   */
  default void awaitRight() throws InterruptedException {
    Waiting.until(
        PATIENCE,
        () -> {
          String pending = pending();
          return pending.isEmpty() ? String.join("\n", differences()) : pending;
        });
  }

  private List<String> differences() {
    try {
      return IndexOracle.differences(store(), config());
    } catch (AssertionError | NoSuchElementException e) {
      return List.of("not judged, as it is changing or not ours: " + e);
    }
  }

  @Override
  void close();
}
