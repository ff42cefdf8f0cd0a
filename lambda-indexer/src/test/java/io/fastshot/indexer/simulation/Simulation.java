package io.fastshot.indexer.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs schedules. */
public final class Simulation {
  private Simulation() {}

  /**
   * How a schedule went.
   *
   * @param trace the actions that were performed before the world was brought to rest
   * @param violation null if every promise was kept
   */
  record Outcome(List<Action> trace, Tally tally, @Nullable Violation violation) {}

  /** Runs the schedule of a seed. */
  static Outcome run(long seed) {
    World world = new World(seed);
    RandomDriver driver = new RandomDriver(world, seed);
    List<Action> trace = new ArrayList<>();
    try {
      for (Action action = driver.next(); action != null; action = driver.next()) {
        trace.add(action);
        boolean _ = world.perform(action);
      }
      new Finale(world).run();
      return new Outcome(trace, world.tally(), null);
    } catch (Violation violation) {
      return new Outcome(trace, world.tally(), violation);
    } finally {
      world.close();
    }
  }

  /** Runs a given schedule. */
  static Outcome replay(long seed, List<Action> trace) {
    World world = new World(seed);
    try {
      for (Action action : trace) {
        boolean _ = world.perform(action);
      }
      new Finale(world).run();
      return new Outcome(trace, world.tally(), null);
    } catch (Violation violation) {
      return new Outcome(trace, world.tally(), violation);
    } finally {
      world.close();
    }
  }

  /**
   * Runs schedules of consecutive seeds until one breaks a promise. Only types of the JDK, so that
   * it can be called across class loaders.
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
}
