package io.fastshot.indexer.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs schedules.
 *
 * <p><b>Threads:</b> every method can be called from several; each schedule has its own world.
 */
public final class Simulation {
  private Simulation() {}

  /**
   * How a schedule went.
   *
   * @param violation null if every promise was kept
   */
  record Outcome(Trace trace, Tally tally, @Nullable Violation violation) {}

  /** Runs the schedule of a seed. */
  static Outcome run(long seed) {
    return run(seed, Flaw.NONE);
  }

  /** Runs the schedule of a seed on handlers that are wrong on purpose. */
  static Outcome run(long seed, Flaw flaw) {
    World world = new World(seed, flaw);
    RandomDriver driver = new RandomDriver(world, seed);
    List<Action> actions = new ArrayList<>();
    Violation violation =
        broken(
            world,
            () -> {
              for (Action action = driver.next(); action != null; action = driver.next()) {
                actions.add(action);
                boolean _ = world.perform(action);
              }
            });
    return new Outcome(new Trace(seed, actions), world.tally(), violation);
  }

  /** Runs a given schedule. */
  static Outcome replay(Trace trace) {
    return replay(trace, Flaw.NONE);
  }

  /** Runs a given schedule on handlers that are wrong on purpose. */
  static Outcome replay(Trace trace, Flaw flaw) {
    World world = new World(trace.seed(), flaw);
    Violation violation =
        broken(world, () -> trace.actions().forEach(action -> world.perform(action)));
    return new Outcome(trace, world.tally(), violation);
  }

  private static @Nullable Violation broken(World world, Runnable actions) {
    try {
      actions.run();
      new Finale(world).run();
      return null;
    } catch (Violation violation) {
      return violation;
    } finally {
      world.close();
    }
  }

  /**
   * Runs the schedules of consecutive seeds, as many at a time as there are processors.
   *
   * @param each is told of every schedule that kept all promises; called from several threads
   * @return the first found that broke one; null if none did
   */
  static @Nullable Outcome all(long firstSeed, int schedules, Consumer<Outcome> each) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable Outcome> failed = new AtomicReference<>();
    Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < schedules; i = next.getAndIncrement()) {
            Outcome outcome = run(firstSeed + i);
            if (outcome.violation() != null) {
              failed.compareAndSet(null, outcome);
              next.set(schedules);
            } else {
              each.accept(outcome);
            }
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Thread thread = Thread.ofVirtual().name("schedules " + i).unstarted(work);
      thread.setUncaughtExceptionHandler((_, e) -> thrown.add(e));
      thread.start();
      threads.add(thread);
    }
    threads.forEach(Simulation::join);
    if (!thrown.isEmpty()) {
      throw new IllegalStateException("a handler threw, or the simulation failed", thrown.peek());
    }
    return failed.get();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** What to print of a failure: the seed, the shortest schedule, and what happens in it. */
  static String report(Outcome failed) {
    Violation violation = failed.violation();
    if (violation == null) {
      return "nothing failed";
    }
    Trace shortest = Shrinker.shrink(failed.trace(), violation, Flaw.NONE);
    return """
    The schedule of seed %d broke %s
    It is run again by -Dfastshot.simulation.seed=%d; made shorter (%d of %d actions), by
    -Dfastshot.simulation.trace=FILE with these lines in FILE:
    %s
    In words:
    %s\
    """
        .formatted(
            shortest.seed(),
            violation.getMessage(),
            shortest.seed(),
            shortest.actions().size(),
            failed.trace().actions().size(),
            shortest.format(),
            Story.of(shortest));
  }

  /**
   * Runs schedules of consecutive seeds, one after the other, until one breaks a promise. Only
   * types of the JDK, so that it can be called across class loaders.
   *
   * @return the failing seed and how many schedules it took; empty if none failed
   */
  public static long[] firstFailure(long firstSeed, int schedules) {
    for (int i = 0; i < schedules; i++) {
      if (run(firstSeed + i).violation() != null) {
        return new long[] {firstSeed + i, i + 1};
      }
    }
    return new long[0];
  }

  /**
   * Runs the schedule of a seed. Only types of the JDK, as {@link #firstFailure}.
   *
   * @return the promise that it broke; empty if it kept all
   */
  public static String brokenBy(long seed) {
    Violation violation = run(seed).violation();
    return violation == null ? "" : String.valueOf(violation.getMessage());
  }
}
