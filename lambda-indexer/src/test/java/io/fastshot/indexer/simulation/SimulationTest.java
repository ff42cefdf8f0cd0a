package io.fastshot.indexer.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Schedules of the indexer, by the thousand. How many, and from which seed on: the properties
 * {@code fastshot.simulation.schedules} and {@code fastshot.simulation.firstSeed}; {@code -Plong}
 * runs ten thousand, {@code -Pnight} a million.
 */
class SimulationTest {
  private static final int SCHEDULES = Integer.getInteger("fastshot.simulation.schedules", 1_000);
  private static final long FIRST_SEED = Long.getLong("fastshot.simulation.firstSeed", 0);

  /** Each kind of trouble must be met in so many schedules of a hundred. */
  private static final int LEAST_PERCENT = 30;

  /** Fewer schedules say nothing of percentages. */
  private static final int ENOUGH = 1_000;

  @Test
  void everyScheduleKeepsEveryPromise() {
    Map<String, Integer> met = new ConcurrentSkipListMap<>();
    long start = System.nanoTime();
    Simulation.Outcome failed =
        Simulation.all(
            FIRST_SEED,
            SCHEDULES,
            outcome -> {
              outcome.tally().happenings().forEach(it -> met.merge(it.name(), 1, Integer::sum));
              outcome.tally().troubles().forEach(it -> met.merge(it.name(), 1, Integer::sum));
            });
    if (failed != null) {
      fail(Simulation.report(failed));
    }
    Map<String, Integer> percent = new TreeMap<>();
    met.forEach((name, count) -> percent.put(name, (int) (100L * count / SCHEDULES)));
    System.out.printf(
        "%,d schedules from seed %d in %.1f s; per cent of them that met: %s%n",
        SCHEDULES, FIRST_SEED, (System.nanoTime() - start) / 1e9, percent);
    if (SCHEDULES >= ENOUGH) {
      for (String trouble : mustBeMet()) {
        assertThat(percent.getOrDefault(trouble, 0))
            .as("per cent of schedules that met %s", trouble)
            .isGreaterThanOrEqualTo(LEAST_PERCENT);
      }
    }
  }

  private static Set<String> mustBeMet() {
    Set<String> names = new java.util.TreeSet<>();
    EnumSet.complementOf(EnumSet.of(Trouble.NONE)).forEach(trouble -> names.add(trouble.name()));
    // Dead letters are not made but come of the rest.
    EnumSet.complementOf(EnumSet.of(Happening.DEAD_LETTER))
        .forEach(happening -> names.add(happening.name()));
    return names;
  }

  @Test
  void aScheduleRepeatsExactly() {
    for (long seed = 0; seed < 20; seed++) {
      Trace trace = Simulation.run(seed).trace();
      assertThat(Simulation.run(seed).trace()).isEqualTo(trace);
      Trace read = Trace.parse(trace.format());
      assertThat(read).isEqualTo(trace);
      assertThat(Story.of(read)).isEqualTo(Story.of(trace)).contains("and all is well");
    }
  }

  /** To look at one schedule: {@code -Dfastshot.simulation.seed=N -Dtest=SimulationTest}. */
  @Test
  @EnabledIfSystemProperty(named = "fastshot.simulation.seed", matches = "-?[0-9]+")
  void theScheduleOfOneSeed() {
    Simulation.Outcome outcome = Simulation.run(Long.getLong("fastshot.simulation.seed", 0));
    System.out.println(Story.of(outcome.trace()));
    if (outcome.violation() != null) {
      fail(Simulation.report(outcome));
    }
  }

  /** To look at a schedule in a file: {@code -Dfastshot.simulation.trace=FILE}. */
  @Test
  @EnabledIfSystemProperty(named = "fastshot.simulation.trace", matches = ".+")
  void theScheduleOfAFile() throws IOException {
    Path file = Path.of(System.getProperty("fastshot.simulation.trace"));
    Trace trace = Trace.parse(Files.readString(file));
    System.out.println(Story.of(trace));
    assertThat(Simulation.replay(trace).violation()).isNull();
  }
}
