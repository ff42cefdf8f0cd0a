package io.fastshot.indexer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation finds what is wrong on purpose, and says so in few lines. */
class SimulationBitesTest {
  private static final int MOST_SCHEDULES = 500;
  private static final int FEW_ACTIONS = 40;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyFlawIsFoundAndItsScheduleMadeShort(Flaw flaw) {
    Simulation.Outcome found = Simulation.run(0, flaw);
    int schedules = 1;
    for (; found.violation() == null && schedules < MOST_SCHEDULES; schedules++) {
      found = Simulation.run(schedules, flaw);
    }
    Violation violation = found.violation();
    assertThat(violation).as("%s after %d schedules", flaw, schedules).isNotNull();

    Trace shortest = Shrinker.shrink(found.trace(), Objects.requireNonNull(violation), flaw);
    System.out.printf(
        "%s: found in %d schedules, %d of %d actions are needed: %s%n",
        flaw,
        schedules,
        shortest.actions().size(),
        found.trace().actions().size(),
        violation.promise());
    assertThat(shortest.actions()).hasSizeLessThan(FEW_ACTIONS);
    assertThat(Simulation.replay(shortest, flaw).violation()).isNotNull();
    assertThat(Simulation.replay(shortest, Flaw.NONE).violation())
        .as("the same schedule without the flaw")
        .isNull();
  }
}
