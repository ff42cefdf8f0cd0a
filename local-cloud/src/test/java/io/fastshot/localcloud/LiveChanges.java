package io.fastshot.localcloud;

import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A client that puts, replaces and deletes sessions at a fixed rate until it is closed. */
final class LiveChanges implements AutoCloseable {
  private final ObjectStore store;
  private final int sessions;
  private final SplittableRandom random = new SplittableRandom(7);
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  private LiveChanges(ObjectStore store, int sessions) {
    this.store = store;
    this.sessions = sessions;
  }

  /**
   * Begins.
   *
   * @param sessions those with numbers below it are in the library
   */
  static LiveChanges start(ObjectStore store, int sessions, int perSecond) {
    LiveChanges changes = new LiveChanges(store, sessions);
    var _ =
        changes.timer.scheduleAtFixedRate(
            changes::change, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
    return changes;
  }

  /** How many were made so far. */
  int made() {
    return made.get();
  }

  private void change() {
    int number = made.get();
    try {
      switch (number % 3) {
        case 0 -> put(sessions + number, "new");
        case 1 -> put(random.nextInt(sessions), "replaced " + number);
        default -> store.delete(LargeLibrary.key(random.nextInt(sessions)), Precondition.none());
      }
    } catch (RuntimeException e) {
      failure.set(e);
      throw e; // ends the schedule
    }
    made.incrementAndGet();
  }

  private void put(int number, String version) {
    Content content = Content.of(LargeLibrary.session(number, version), "image/png");
    var _ = store.put(LargeLibrary.key(number), content, Precondition.none());
  }

  /** Ends the changes; throws what one of them threw. */
  @Override
  public void close() {
    timer.close();
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
  }
}
