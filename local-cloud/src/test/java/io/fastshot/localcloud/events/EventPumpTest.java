package io.fastshot.localcloud.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.localcloud.faults.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue and the pump, with hand-written functions. */
final class EventPumpTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final EventQueue.Policy FAST =
      new EventQueue.Policy(10, Duration.ZERO, Duration.ofMinutes(1), 3, Duration.ofMillis(2));

  @TempDir Path data;

  private EventQueue queue(EventQueue.Policy policy, String faults) throws IOException {
    return new EventQueue(
        policy,
        FaultPlan.parse(faults),
        new SplittableRandom(1),
        DeadLetters.open(data.resolve("dead"), InstantSource.system()));
  }

  private static EventPump pump(
      EventQueue queue,
      com.amazonaws.services.lambda.runtime.RequestHandler<SQSEvent, SQSBatchResponse> indexer) {
    EventPump pump = new EventPump(queue, indexer, InstantSource.system());
    pump.start();
    return pump;
  }

  private static SQSBatchResponse nothingFailed() {
    return new SQSBatchResponse(List.of());
  }

  @Test
  void failedItemsComeBackAndTheOthersDoNot() throws Exception {
    EventQueue queue = queue(FAST, "");
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    Set<String> failedOnce = ConcurrentHashMap.newKeySet();
    try (EventPump _ =
        pump(
            queue,
            (event, _) ->
                new SQSBatchResponse(
                    event.getRecords().stream()
                        .peek(message -> seen.add(message.getBody()))
                        .filter(m -> m.getBody().equals("bad") && failedOnce.add(m.getBody()))
                        .map(m -> new SQSBatchResponse.BatchItemFailure(m.getMessageId()))
                        .toList()))) {
      queue.send(List.of("good", "bad"));

      assertThat(queue.awaitIdle(PATIENCE)).isTrue();
    }
    assertThat(seen).containsExactlyInAnyOrder("good", "bad", "bad");
    assertThat(queue.stats()).isEqualTo(new QueueStats(0, 0, 2, 1, 0));
  }

  @Test
  void aThrowingFunctionIsTriedThreeTimesAndThenTheMessageIsDeadAlsoAfterARestart()
      throws Exception {
    EventQueue queue = queue(FAST, "");
    AtomicInteger calls = new AtomicInteger();
    try (EventPump _ =
        pump(
            queue,
            (_, _) -> {
              calls.incrementAndGet();
              throw new IllegalStateException("always");
            })) {
      queue.send(List.of("poison"));

      assertThat(queue.awaitIdle(PATIENCE)).isTrue();
    }
    assertThat(calls).hasValue(3);
    assertThat(queue.stats().dead()).isEqualTo(1);
    assertThat(queue(FAST, "").stats().dead()).isEqualTo(1);
    assertThat(data.resolve("dead")).content().contains("poison").contains("always");
  }

  @Test
  void anErrorOfTheIndexerFailsItsBatchAndNothingElse() throws Exception {
    EventQueue queue = queue(FAST, "");
    try (EventPump _ =
        pump(
            queue,
            (event, _) -> {
              if (event.getRecords().stream()
                  .anyMatch(m -> !"3".equals(m.getAttributes().get("ApproximateReceiveCount")))) {
                throw new OutOfMemoryError("on purpose");
              }
              return nothingFailed();
            })) {
      queue.send(List.of("a", "b", "c", "d"));

      assertThat(queue.awaitIdle(PATIENCE)).isTrue();
    }
    assertThat(queue.stats().delivered()).isEqualTo(4);
    assertThat(queue.stats().dead()).isZero();
  }

  @Test
  void atMostTwoBatchesRunAtATime() throws Exception {
    EventQueue queue =
        queue(new EventQueue.Policy(1, Duration.ZERO, Duration.ofMinutes(1), 3, Duration.ZERO), "");
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch twoAtOnce = new CountDownLatch(2);
    try (EventPump _ =
        pump(
            queue,
            (_, _) -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              twoAtOnce.countDown();
              try {
                twoAtOnce.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              running.decrementAndGet();
              return nothingFailed();
            })) {
      queue.send(IntStream.range(0, 50).mapToObj(String::valueOf).toList());

      assertThat(queue.awaitIdle(PATIENCE)).isTrue();
    }
    assertThat(most).hasValue(2);
    assertThat(queue.stats().delivered()).isEqualTo(50);
  }

  @Test
  void faultsDuplicateAndReorder() throws Exception {
    EventQueue queue = queue(FAST, "duplicate=3,reorder=1");
    List<String> bodies = IntStream.range(0, 30).mapToObj(i -> String.format("%02d", i)).toList();
    queue.send(bodies);
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    try (EventPump _ =
        pump(
            queue,
            (event, _) -> {
              event.getRecords().forEach(message -> seen.add(message.getBody()));
              return nothingFailed();
            })) {
      assertThat(queue.awaitIdle(PATIENCE)).isTrue();
    }
    assertThat(seen).hasSize(90).containsAll(bodies);
    assertThat(List.copyOf(seen)).isNotEqualTo(seen.stream().sorted().toList());
  }

  @Test
  void aMessageWithoutOutcomeIsDeliveredAgainAndItsLateOutcomeCountsForNothing() throws Exception {
    EventQueue queue =
        queue(new EventQueue.Policy(1, Duration.ZERO, Duration.ofMillis(5), 3, Duration.ZERO), "");
    queue.send(List.of("slow"));

    var first = queue.receive().orElseThrow();
    var second = queue.receive().orElseThrow();

    assertThat(second.getFirst().id()).isEqualTo(first.getFirst().id());
    assertThat(second.getFirst().receives()).isEqualTo(2);
    queue.settle(first, Set.of(), "");
    assertThat(queue.stats().delivered()).isZero();
    queue.settle(second, Set.of(), "");
    assertThat(queue.stats().delivered()).isEqualTo(1);
    assertThat(queue.awaitIdle(Duration.ZERO)).isTrue();
  }

  @Test
  void anEventThatCannotBeKeptAsDeadLetterStaysInTheQueue() throws Exception {
    EventQueue queue = queue(FAST, "");
    Path inTheWay = Files.createDirectory(data.resolve("dead"));
    CountDownLatch oftenEnough = new CountDownLatch(2 * FAST.maxReceives());
    try (EventPump _ =
        pump(
            queue,
            (_, _) -> {
              oftenEnough.countDown();
              throw new IllegalStateException("never");
            })) {
      queue.send(List.of("body"));

      assertThat(oftenEnough.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      Files.delete(inTheWay);
      assertThat(queue.awaitEmpty(PATIENCE)).isTrue();
    }
    assertThat(queue.stats().dead()).isOne();
    assertThat(inTheWay).content().contains("body");
  }
}
