package io.fastshot.indexer.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.fixtures.Extent;
import io.fastshot.indexer.mutants.Mutant.Edit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each known mistake is found by the simulation, within a stated number of schedules, and by the
 * exploration of the small scenarios.
 */
class MutantsTest {

  /** So many schedules at most until the simulation finds a mistake. */
  private static final int SCHEDULES = 300;

  private static final String SIMULATION = "io.fastshot.indexer.simulation.Simulation";
  private static final String SCENARIOS = "io.fastshot.indexer.exhaustive.Scenarios";

  static List<Mutant> mutants() {
    return KnownMutants.all();
  }

  /** The schedules until the first failure, and what it broke; no schedules if none failed. */
  private record Simulated(long schedules, String broken) {}

  private static Simulated simulate(MutatedIndexer indexer) {
    Class<?>[] types = {long.class, int.class};
    long[] failure = (long[]) indexer.call(SIMULATION, "firstFailure", types, 0L, SCHEDULES);
    if (failure.length == 0) {
      return new Simulated(0, "");
    }
    Class<?>[] seed = {long.class};
    return new Simulated(
        failure[1], (String) indexer.call(SIMULATION, "brokenBy", seed, failure[0]));
  }

  private static List<String> explore(MutatedIndexer indexer, boolean outcomesOnly) {
    Class<?>[] types = {boolean.class, boolean.class};
    List<?> found = (List<?>) indexer.call(SCENARIOS, "explore", types, outcomesOnly, true);
    return found.stream().map(String.class::cast).toList();
  }

  private static String told(List<String> found) {
    return found.size() == 1
        ? "not seen"
        : "\"%s\" after %s states, %d steps: %s"
            .formatted(found.get(1), found.get(0), found.size() - 3, found.get(2));
  }

  @EnabledIfSystemProperty(
      named = "fastshot.long",
      matches = "true",
      disabledReason = "-Plong only")
  @ParameterizedTest
  @MethodSource("mutants")
  void isFound(Mutant mutant) {
    MutatedIndexer indexer = MutatedIndexer.with(mutant);
    Simulated simulated = simulate(indexer);
    List<String> explored = explore(indexer, false);
    System.out.printf(
        "mutant: %s%n  simulation: schedule %d: %s%n  exploration: %s%n  by its outcome: %s%n",
        mutant.name(),
        simulated.schedules(),
        simulated.broken(),
        told(explored),
        Extent.LONG ? told(explore(indexer, true)) : "told by long runs");
    assertThat(simulated.schedules()).as("schedules").isBetween(1L, (long) SCHEDULES);
    assertThat(explored.size() > 1).as("seen by the exploration").isEqualTo(!mutant.foreign());
  }

  @Test
  void theSameWayWithoutAMistakeFindsNone() {
    MutatedIndexer indexer = MutatedIndexer.with(Mutant.none());
    assertThat(simulate(indexer)).isEqualTo(new Simulated(0, ""));
    assertThat(explore(indexer, false)).hasSize(1);
  }

  @Test
  void theClassesAreLoadedAnew() throws ClassNotFoundException {
    MutatedIndexer indexer = MutatedIndexer.with(Mutant.none());
    Class<?> there = indexer.loadClass("io.fastshot.indexer.IndexerHandler");
    assertThat(there.getClassLoader()).isSameAs(indexer);
    assertThat(there).isNotSameAs(io.fastshot.indexer.IndexerHandler.class);
    assertThat(indexer.loadClass(SIMULATION).getClassLoader()).isSameAs(indexer);
  }

  @Test
  void anEditThatDoesNotFitIsAnError() {
    Edit absent = new Edit("commit/Nonces.java", "there is no such line", "");
    Edit ambiguous = new Edit("commit/Nonces.java", "hex.toHexDigits", "");
    for (Edit edit : List.of(absent, ambiguous)) {
      assertThatThrownBy(() -> MutatedIndexer.with(new Mutant("does not fit", List.of(edit))))
          .hasMessageContaining("the mutant no longer applies: commit/Nonces.java");
    }
    Edit wrong = new Edit("commit/Nonces.java", "HexFormat.of()", "HexFormat.off()");
    assertThatThrownBy(() -> MutatedIndexer.with(new Mutant("wrong", List.of(wrong))))
        .hasMessageContaining("does not compile");
  }
}
