package io.fastshot.indexer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitPolicyTest {
  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final CommitPolicy POLICY = policy(12, 3, FIRST, LONGEST);

  private static CommitPolicy policy(int attempts, int losses, Duration first, Duration longest) {
    return new CommitPolicy(attempts, losses, first, longest, Duration.ZERO);
  }

  /** Chance that always gives the most that was asked for. */
  private static final RandomGenerator MOST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          throw new AssertionError("a number without a bound was asked for");
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  @Test
  void theLongestWaitDoublesWithEachLossUpToALimit() {
    List<Long> longest = new ArrayList<>();
    for (int losses = 1; losses <= 8; losses++) {
      longest.add(POLICY.waitAfter(losses, MOST).toMillis());
    }
    assertThat(longest).containsExactly(50L, 100L, 200L, 400L, 800L, 1_600L, 2_000L, 2_000L);
    assertThat(POLICY.waitAfter(1_000, MOST)).isEqualTo(LONGEST);
  }

  @Test
  void aBatchIsHalvedAfterEachSoManyLosses() {
    assertThat(IntStream.rangeClosed(0, 9).filter(POLICY::halvesAfter)).containsExactly(3, 6, 9);
  }

  @Test
  void theLeastIsOneAttemptAndNoWait() {
    CommitPolicy least = policy(1, 1, Duration.ZERO, Duration.ZERO);
    assertThat(least.waitAfter(1, MOST)).isZero();
    assertThat(least.halvesAfter(1)).isTrue();
  }

  @Test
  void onlyTheSecondLookChangesWithItsTime() {
    CommitPolicy later = POLICY.lookingAgainAfter(FIRST);
    assertThat(later.lookAgainAfter()).isEqualTo(FIRST);
    assertThat(later.lookingAgainAfter(Duration.ZERO)).isEqualTo(POLICY);
  }

  @Test
  void whatIsNoPolicyIsRefused() {
    assertRefused(() -> policy(0, 1, FIRST, LONGEST));
    assertRefused(() -> policy(1, 0, FIRST, LONGEST));
    assertRefused(() -> policy(1, 1, FIRST.negated(), LONGEST));
    assertRefused(() -> policy(1, 1, LONGEST, FIRST));
    assertRefused(() -> POLICY.lookingAgainAfter(Duration.ofNanos(-1)));
  }

  private static void assertRefused(Runnable policy) {
    assertThatThrownBy(policy::run).isInstanceOf(IllegalArgumentException.class);
  }
}
