package io.fastshot.indexer.simulation;

import io.fastshot.indexer.IndexOracle;
import io.fastshot.indexer.IndexOracle.Difference;
import io.fastshot.json.DocumentException;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionId;
import io.fastshot.store.ObjectStores;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold when all is quiet (I4).
 *
 * <ol>
 *   <li>Once the queue is drained every row is right, and every meta index and thumbnail but those
 *       that nobody believes. Excepted: sessions named by dead letters; and all of them if others
 *       wrote the index, as the messages before that were acknowledged for the index they replaced.
 *   <li>The same after all writes that were under way have landed.
 *   <li>A check repairs every row, whatever happened; one more finds nothing.
 *   <li>A rebuild of all repairs every meta index and thumbnail too.
 * </ol>
 */
final class Finale {
  private static final String CHECK = "{\"mode\":\"check\"}";
  private static final String ALL = "{\"mode\":\"all\"}";
  private static final Duration UNTIL_CHECK = Duration.ofHours(1);
  private static final int MOST_BYTES = 1 << 20;

  private final World world;
  private final Calm calm;

  Finale(World world) {
    this.world = world;
    this.calm = new Calm(world);
  }

  /**
   * Brings the world to rest and compares.
   *
   * @throws Violation if something does not hold
   */
  void run() {
    calm.drain();
    if (!world.queue().deadLetters().isEmpty()) {
      world.tally().count(Happening.DEAD_LETTER);
    }
    compare("drained", false);
    calm.landAll();
    calm.drain();
    compare("landed", false);
    boolean _ = world.perform(new Action.Pass(UNTIL_CHECK));
    String _ = calm.rebuild(CHECK);
    compare("checked", true);
    checkComplete();
    if (!calm.rebuild(CHECK).contains("\"status\":\"done\"")) {
      throw new Violation("I4", "a second check found something");
    }
    String _ = calm.rebuild(ALL);
    List<Difference> left = IndexOracle.compare(world.bucket(), World.CONFIG);
    if (!left.isEmpty()) {
      throw new Violation("I4", "after a rebuild of all: " + left);
    }
  }

  private void compare(String when, boolean everyRow) {
    if (!everyRow && world.history().hadForeignWrites()) {
      return;
    }
    if (world.history().current() == null && world.history().installs() == 0 && !everyRow) {
      return; // nothing was ever asked of the indexer
    }
    Set<SessionId> excepted = new HashSet<>();
    if (!everyRow) {
      world.queue().deadLetters().forEach(message -> excepted.addAll(message.keys));
    }
    List<Difference> wrong =
        IndexOracle.compare(world.bucket(), World.CONFIG).stream()
            .filter(difference -> !excepted.contains(difference.id()))
            .filter(difference -> !isBelievedByNobody(difference))
            .toList();
    if (!wrong.isEmpty()) {
      throw new Violation("I4", when + ": " + wrong);
    }
  }

  /**
   * Whether it is about an object that was written last by somebody who did not come to install
   * what it was made of, or whose write landed late; and that names another version of the session
   * than the row does, or is not there, so that no reader believes it.
   */
  private boolean isBelievedByNobody(Difference difference) {
    SessionId id = difference.id();
    return switch (difference.part()) {
      case ROW -> false;
      case META_INDEX -> {
        String key = world.layout().metaIndex(id);
        yield world.history().derived().isOrphaned(key) && !isOfItsRow(id, metaIndexSrc(key));
      }
      case THUMBNAIL -> {
        String key = world.layout().thumbnail(id);
        Optional<String> src =
            world.bucket().head(key).map(info -> info.userMetadata().getOrDefault("src", ""));
        yield world.history().derived().isOrphaned(key) && !isOfItsRow(id, src);
      }
    };
  }

  private Optional<String> metaIndexSrc(String key) {
    var stored = ObjectStores.read(world.bucket(), key, MOST_BYTES);
    try {
      return stored.isEmpty()
          ? Optional.empty()
          : Optional.ofNullable(MetaIndexJson.read(stored.get().bytes()).src());
    } catch (DocumentException e) {
      throw new Violation("I4", key + " is no meta index: " + e.getMessage());
    }
  }

  private boolean isOfItsRow(SessionId id, Optional<String> src) {
    OverallIndex index = world.history().current();
    return index != null
        && src.isPresent()
        && index.rows().stream()
            .anyMatch(row -> row.id().equals(id) && src.get().equals(row.meta().src()));
  }

  private void checkComplete() {
    OverallIndex index = world.history().current();
    if (index == null || !index.complete()) {
      throw new Violation("I4", "after a check the index is not complete");
    }
    var rebuild = index.rebuild();
    if (rebuild != null && rebuild.isRunning()) {
      throw new Violation("I4", "after a check a rebuild is still running");
    }
  }
}
