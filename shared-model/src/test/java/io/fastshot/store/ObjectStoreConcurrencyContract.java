package io.fastshot.store;

import static io.fastshot.store.StoreFixture.bytes;
import static io.fastshot.store.StoreFixture.content;
import static io.fastshot.store.StoreFixture.put;
import static io.fastshot.store.StoreFixture.text;
import static io.fastshot.store.StoreFixture.together;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store of the port does when many write at once: conditions are atomic. */
public interface ObjectStoreConcurrencyContract {
  int THREADS = 32;
  int INCREMENTS = 10;

  /** The store of this test. */
  ObjectStore store();

  @Test
  default void compareAndSwapLosesNothing() throws Exception {
    put(store(), "counter", "0 start");
    together(THREADS, () -> increment(INCREMENTS));
    assertThat(text(store(), "counter")).startsWith(THREADS * INCREMENTS + " ");
  }

  /** Adds one so many times, and tries again whenever another thread was faster. */
  private int increment(int times) {
    int done = 0;
    while (done < times) {
      var read = ObjectStores.read(store(), "counter", 1_000).orElseThrow();
      String text = new String(read.bytes(), StandardCharsets.UTF_8);
      int count = Integer.parseInt(text.substring(0, text.indexOf(' ')));
      // The nonce keeps ETags from coming back, as in the overall index.
      String next = (count + 1) + " " + ThreadLocalRandom.current().nextLong();
      PutOutcome outcome =
          store().put("counter", content(next), Precondition.matches(read.info().etag()));
      done += outcome instanceof PutOutcome.Installed ? 1 : 0;
    }
    return done;
  }

  @Test
  default void createOnlyHasOneWinner() throws Exception {
    for (int round = 0; round < 5; round++) {
      String key = "race" + round;
      AtomicInteger next = new AtomicInteger();
      var outcomes =
          together(
              THREADS,
              () ->
                  store()
                      .put(
                          key, content("writer " + next.incrementAndGet()), Precondition.absent()));
      assertThat(outcomes.stream().filter(PutOutcome.Installed.class::isInstance)).hasSize(1);
      assertThat(outcomes.stream().filter(PutOutcome.Conflict.class::isInstance))
          .hasSize(THREADS - 1);
    }
  }

  @Test
  default void readersSeeWholeObjects() throws Exception {
    int size = 100_000;
    put(store(), "k", "0".repeat(size));
    AtomicInteger next = new AtomicInteger();
    together(
        8,
        () -> {
          int me = next.getAndIncrement();
          for (int i = 0; i < 10; i++) {
            if (me % 2 == 0) {
              put(store(), "k", String.valueOf(me).repeat(size));
            } else {
              byte[] seen = ObjectStores.read(store(), "k", size).orElseThrow().bytes();
              byte[] expected = bytes(String.valueOf((char) seen[0]).repeat(size));
              assertThat(seen).isEqualTo(expected);
            }
          }
          return me;
        });
    assertThat(text(store(), "k")).hasSize(size);
  }
}
