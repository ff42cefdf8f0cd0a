package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.fixtures.Extent;
import io.fastshot.localcloud.RebuildRun.Phase;
import io.fastshot.store.Verb;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link RebuildAtSize} measures at 100,000 sessions, at 600 or 2,000. */
final class RebuildAtSizeTest {
  private static final int SESSIONS = Extent.of(600, 2_000);
  private static final int CHANGES_PER_SECOND = 20;

  @TempDir Path data;

  @Test
  void aRebuildUnderLiveChangesLosesNothingAndContendsLittle() throws Exception {
    LocalCloudConfig config = LocalCloudConfig.at(data);
    LargeLibrary.fill(config, SESSIONS);
    try (RebuildRun run = RebuildRun.start(config, Duration.ofMinutes(5))) {
      Phase check = run.check();
      assertThat(check.requests().of(Verb.LIST).requests())
          .isEqualTo(check.requests().total().requests() - 1);
      assertThat(check.installs()).as("a clean check writes nothing").isZero();

      Phase rebuild = run.rebuild(SESSIONS, CHANGES_PER_SECOND);
      assertThat(run.state()).isEqualTo("done");
      assertThat(rebuild.changes()).as("changes during the rebuild").isPositive();
      // Two workers: an install makes at most one other lose. The mean of these few installs says
      // no more (seen: 1.2 to 1.7); the goal of 1.5 is for bench/rebuild.
      assertThat(rebuild.attemptsPerInstall()).as("CAS attempts per install").isLessThan(2.5);
      assertThat(run.stats().dead()).as("messages that were given up").isZero();
      assertThat(run.differences()).isEmpty();
    }
  }
}
