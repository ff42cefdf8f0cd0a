package io.fastshot.indexer.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.indexer.TestLibrary;
import io.fastshot.indexer.queue.NominationQueue;
import io.fastshot.indexer.queue.QueueException;
import io.fastshot.indexer.queue.QueueMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LookAgainTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(TestLibrary.START);
  private final List<String> sent = new ArrayList<>();
  private boolean refuses;

  private final NominationQueue queue =
      new NominationQueue() {
        @Override
        public void send(List<String> bodies) {
          throw new AssertionError("a look comes later");
        }

        @Override
        public void sendLater(String body, Duration delay) {
          if (refuses) {
            throw new QueueException("full", null);
          }
          sent.add(body + " in " + delay.toSeconds());
        }
      };

  private final LookAgain again = new LookAgain(queue, now::get);

  private void after(int seconds) {
    now.set(TestLibrary.START.plusSeconds(seconds));
  }

  @Test
  void everySessionHasALookHalfAMinuteLaterAndNoMinuteHasTwo() {
    for (int second = 0; second <= 120; second++) {
      after(second);
      assertThat(again.seen()).isEmpty();
    }
    String look = QueueMessages.look() + " in 90";
    assertThat(sent).containsExactly(look, look, look);
  }

  @Test
  void whatTheQueueRefusedIsAskedForAgain() {
    refuses = true;
    assertThat(again.seen()).hasValueSatisfying(note -> assertThat(note).contains("full"));
    refuses = false;
    assertThat(again.seen()).isEmpty();
    assertThat(sent).hasSize(1);
  }
}
