package io.fastshot.indexer.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteppedTaskTest {

  @Test
  void aTaskRunsOnlyInItsTurnAndEndsWithItsBody() {
    List<String> log = new ArrayList<>(); // of several threads, of which one runs at a time
    SteppedTask task =
        new SteppedTask(
            "t",
            self -> {
              log.add("first");
              self.pause();
              log.add("second");
            });
    log.add("before");
    task.step();
    log.add("between");
    task.step();
    assertThat(log).containsExactly("before", "first", "between", "second");
    assertThat(task.hasEnded()).isTrue();
    assertThatThrownBy(task::step).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aKilledTaskIsUnwoundWhereItStands() {
    List<String> log = new ArrayList<>();
    SteppedTask task =
        new SteppedTask(
            "t",
            self -> {
              try {
                self.pause();
                log.add("went on");
              } catch (RuntimeException e) {
                log.add("mistook it for a failure");
              } finally {
                log.add("unwound");
              }
            });
    task.step();
    task.kill();
    assertThat(log).containsExactly("unwound");
    assertThat(task.hasEnded()).isTrue();
    assertThat(task.failure()).isNull();
  }

  @Test
  void whatATaskThrowsIsKept() {
    SteppedTask task =
        new SteppedTask(
            "t",
            _ -> {
              throw new Violation("I1", "on purpose");
            });
    task.step();
    assertThat(task.failure()).isInstanceOf(Violation.class);
  }
}
