package io.fastshot.indexer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulationTest {
  @Test
  void everySchedule() {
    long start = System.nanoTime();
    int failures = 0;
    for (long seed = 0; seed < 500; seed++) {
      var outcome = Simulation.run(seed);
      if (outcome.violation() != null && failures++ < 10) {
        System.out.println(
            seed + " " + outcome.trace().size() + " " + outcome.violation().getMessage());
      }
    }
    System.out.println((System.nanoTime() - start) / 1e9 + " s, failures " + failures);
    assertThat(failures).isZero();
  }
}
