package io.fastshot.indexer.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every promise holds in every state that the real handlers can reach. */
class ExhaustiveTest {

  static List<Scenario> scenarios() {
    return Scenarios.small();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyInterleavingKeepsEveryPromise(Scenario scenario) {
    explore(scenario);
  }

  /** Takes a minute or two, so only with {@code -Dexhaustive.full=true}; see decision 0110. */
  @Test
  @EnabledIfSystemProperty(named = "exhaustive.full", matches = "true")
  void twoHandlersARebuildFourChangesACrashAndALostAnswer() {
    explore(Scenarios.full());
  }

  private static void explore(Scenario scenario) {
    long start = System.nanoTime();
    Exploration.Result result =
        Exploration.of(scenario, Exploration.Judged.EVERY_STEP, Scenarios.MOST_STATES);
    System.out.printf(
        "explored: %s: %,d states, %,d steps, %,d runs of a handler, %d versions of the index, %.1f"
            + " s%n",
        scenario,
        result.states(),
        result.steps(),
        result.runs(),
        result.documents(),
        (System.nanoTime() - start) / 1e9);
    assertThat(result.broken()).as(String.join("\n", result.way())).isNull();
  }
}
