package io.fastshot.localcloud.events;

import io.fastshot.indexer.queue.NominationQueue;
import io.fastshot.localcloud.faults.FaultPlan;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue in the manner of SQS: at least once, in no promised order, with a visibility time-out,
 * redelivery with growing delay, and a dead-letter list.
 *
 * <p>The queue is in memory. What a crash takes with it is found again by the check at the next
 * start.
 *
 * <p><b>Threads:</b> safe from any number of threads.
 */
public final class EventQueue implements NominationQueue {
  private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);

  /**
   * How the queue behaves.
   *
   * @param batchSize most messages in a batch
   * @param window how long a batch that is not full waits for more
   * @param visibility after this time without an outcome a message is delivered again
   * @param maxReceives deliveries after which a message that failed is dead
   * @param firstDelay before the first redelivery of a failed message; times four for each more
   */
  public record Policy(
      int batchSize, Duration window, Duration visibility, int maxReceives, Duration firstDelay) {

    /** As on AWS, with shorter delays: batches of 100, 5 deliveries, 3 minutes of visibility. */
    public static Policy standard(Duration window) {
      return new Policy(100, window, Duration.ofMinutes(3), 5, Duration.ofMillis(100));
    }
  }

  /**
   * A delivered message.
   *
   * @param id of the message
   * @param receipt of this delivery
   * @param body what was sent
   * @param receives deliveries so far, this one included
   */
  record Delivery(String id, String receipt, String body, int receives) {}

  private record Waiting(String id, String body, int receives, double order, long dueNanos) {}

  private record InFlight(Delivery delivery, long expiresNanos) {}

  private final Policy policy;
  private final FaultPlan faults;
  private final RandomGenerator random;
  private final DeadLetters deadLetters;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final NavigableSet<Waiting> waiting =
      new TreeSet<>(Comparator.comparingDouble(Waiting::order).thenComparing(Waiting::id));
  private final Map<String, InFlight> inFlight = new HashMap<>();
  private double lastOrder;
  private int tasks;
  private long delivered;
  private long failed;
  private boolean closed;
  private Runnable onDeadLetter = () -> {};

  public EventQueue(
      Policy policy, FaultPlan faults, RandomGenerator random, DeadLetters deadLetters) {
    this.policy = policy;
    this.faults = faults;
    this.random = random;
    this.deadLetters = deadLetters;
  }

  @Override
  public void send(List<String> bodies) {
    add(bodies, Duration.ZERO);
  }

  @Override
  public void sendLater(String body, Duration delay) {
    add(List.of(body), delay);
  }

  private void add(List<String> bodies, Duration delay) {
    lock.lock();
    try {
      long due = System.nanoTime() + delay.toNanos();
      for (String body : bodies) {
        for (int copy = 0; copy < faults.duplicates(); copy++) {
          String id = UUID.randomUUID().toString();
          waiting.add(new Waiting(id, body, 0, nextOrder(), due));
        }
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The place of a new message: the last, or, as a fault, one before some other. */
  private double nextOrder() {
    lastOrder += 1;
    if (faults.reorder() > 0 && !waiting.isEmpty() && random.nextDouble() < faults.reorder()) {
      double first = waiting.first().order();
      return first - 1 + random.nextDouble() * (lastOrder - first);
    }
    return lastOrder;
  }

  /**
   * Waits for a batch: a full one, or what came within the window after its first message.
   *
   * @return empty if the queue was closed
   */
  Optional<List<Delivery>> receive() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed) {
        long now = System.nanoTime();
        returnExpired(now);
        List<Waiting> due = waiting.stream().filter(m -> m.dueNanos() - now <= 0).toList();
        long sinceFirst = due.stream().mapToLong(m -> now - m.dueNanos()).max().orElse(-1);
        if (due.size() >= policy.batchSize() || sinceFirst >= policy.window().toNanos()) {
          return Optional.of(deliver(due, now));
        }
        long untilWindowEnds =
            due.isEmpty() ? Long.MAX_VALUE : policy.window().toNanos() - sinceFirst;
        long _ = changed.awaitNanos(Math.min(untilWindowEnds, untilNextTime(now)));
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private List<Delivery> deliver(List<Waiting> due, long now) {
    List<Delivery> batch = new ArrayList<>();
    for (Waiting message : due.subList(0, Math.min(due.size(), policy.batchSize()))) {
      waiting.remove(message);
      String receipt = UUID.randomUUID().toString();
      Delivery delivery =
          new Delivery(message.id(), receipt, message.body(), message.receives() + 1);
      inFlight.put(receipt, new InFlight(delivery, now + policy.visibility().toNanos()));
      batch.add(delivery);
    }
    return batch;
  }

  private void returnExpired(long now) {
    for (InFlight late : List.copyOf(inFlight.values())) {
      if (late.expiresNanos() - now <= 0) {
        inFlight.remove(late.delivery().receipt());
        retry(late.delivery(), "no outcome within the visibility time-out");
      }
    }
  }

  private long untilNextTime(long now) {
    long next = Long.MAX_VALUE;
    for (Waiting message : waiting) {
      long until = message.dueNanos() - now;
      next = until > 0 ? Math.min(next, until) : next;
    }
    for (InFlight flying : inFlight.values()) {
      next = Math.min(next, Math.max(1, flying.expiresNanos() - now));
    }
    return next;
  }

  /**
   * Ends deliveries: the failed ones come back later or go to the dead-letter list, the others are
   * gone. An outcome that comes after the visibility time-out counts for nothing.
   *
   * @param failedIds ids of messages
   * @param reason why they failed, for a person
   */
  void settle(List<Delivery> batch, Set<String> failedIds, String reason) {
    lock.lock();
    try {
      for (Delivery delivery : batch) {
        if (inFlight.remove(delivery.receipt()) == null) {
          continue;
        }
        if (failedIds.contains(delivery.id())) {
          retry(delivery, reason);
        } else {
          delivered++;
        }
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void retry(Delivery delivery, String reason) {
    failed++;
    if (delivery.receives() >= policy.maxReceives() && giveUp(delivery, reason)) {
      return;
    }
    int waits = Math.min(delivery.receives(), policy.maxReceives()) - 1;
    waiting.add(
        new Waiting(
            delivery.id(),
            delivery.body(),
            delivery.receives(),
            nextOrder(),
            System.nanoTime() + (policy.firstDelay().toNanos() << (2 * waits))));
  }

  /** A message that cannot be kept anywhere else stays here. */
  private boolean giveUp(Delivery delivery, String reason) {
    try {
      deadLetters.add(delivery.body(), delivery.receives(), reason);
    } catch (UncheckedIOException e) {
      LOG.error("{}; the event stays in the queue: {}", e.getMessage(), e.getCause());
      return false;
    }
    onDeadLetter.run();
    return true;
  }

  /** Has something run, under this queue's lock, whenever a message was given up. */
  void onDeadLetter(Runnable listener) {
    lock.lock();
    try {
      onDeadLetter = listener;
    } finally {
      lock.unlock();
    }
  }

  /** Counts work that will send messages, so that the queue is not taken for idle before. */
  void taskBegins() {
    lock.lock();
    try {
      tasks++;
    } finally {
      lock.unlock();
    }
  }

  /** The end of what {@link #taskBegins} counted. */
  void taskEnds() {
    lock.lock();
    try {
      tasks--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing waits, nothing is in flight and no task runs; false after the time-out. */
  public boolean awaitIdle(Duration timeout) throws InterruptedException {
    return await(() -> isEmpty() && tasks == 0, timeout);
  }

  /** Waits until nothing waits and nothing is in flight; false after the time-out. */
  boolean awaitEmpty(Duration timeout) throws InterruptedException {
    return await(this::isEmpty, timeout);
  }

  private boolean isEmpty() {
    return inFlight.isEmpty() && queued() == 0;
  }

  /** Messages that wait, without those that their sender wants to arrive later. */
  private int queued() {
    long now = System.nanoTime();
    return (int) waiting.stream().filter(m -> m.receives() > 0 || m.dueNanos() - now <= 0).count();
  }

  private boolean await(BooleanSupplier state, Duration timeout) throws InterruptedException {
    long remaining = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (!state.getAsBoolean()) {
        if (remaining <= 0) {
          return false;
        }
        remaining = changed.awaitNanos(remaining);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** How the queue stands. */
  public QueueStats stats() {
    lock.lock();
    try {
      return new QueueStats(queued(), inFlight.size(), delivered, failed, deadLetters.count());
    } finally {
      lock.unlock();
    }
  }

  /** Ends all waiting for batches; what waits is dropped. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
