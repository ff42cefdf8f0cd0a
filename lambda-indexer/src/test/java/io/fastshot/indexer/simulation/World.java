package io.fastshot.indexer.simulation;

import io.fastshot.container.XorMask;
import io.fastshot.indexer.IndexerConfig;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A library in one moment: the bucket, the queue, the clock, the handlers at work, the requests and
 * events under way. {@link #perform} brings it to the next moment.
 */
final class World {
  static final IndexerConfig CONFIG =
      IndexerConfig.of(KeyLayout.atRoot(), XorMask.of("fastshot-test-key"));

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final int PAGE = 3;
  private static final Duration REQUEST = Duration.ofMillis(10);
  private static final Duration LONG_DELAY = Duration.ofMinutes(1);

  private final Workers workers;
  private final Tally tally = new Tally();
  private final SimulatedQueue queue = new SimulatedQueue();
  private final History history = new History(this);
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Map<String, Event> events = new LinkedHashMap<>();
  private final Map<String, Late> lateWrites = new LinkedHashMap<>();
  private final Map<String, Action.Change> changes = new HashMap<>();
  private final Map<String, String> answers = new HashMap<>();
  private Instant now = START;
  private long step;
  private int lastArrived = -1;
  private final MemoryObjectStore bucket = new MemoryObjectStore(() -> now, PAGE);

  /** A change of a session that the queue may or may not know of. */
  private static final class Event {
    final int number;
    final int key;
    final Instant at;
    boolean arrived;

    Event(int number, int key, Instant at) {
      this.number = number;
      this.key = key;
      this.at = at;
    }
  }

  private record Late(Supplier<?> write, Instant at) {}

  /**
   * An empty library.
   *
   * @param seed of what the handlers draw themselves: nonces, ids, waits
   */
  World(long seed) {
    this.workers = new Workers(this, seed);
  }

  Instant now() {
    return now;
  }

  /** The number of the moment: grows with each action. */
  long step() {
    return step;
  }

  KeyLayout layout() {
    return CONFIG.layout();
  }

  MemoryObjectStore bucket() {
    return bucket;
  }

  SimulatedQueue queue() {
    return queue;
  }

  History history() {
    return history;
  }

  Tally tally() {
    return tally;
  }

  /** Those at work, the one that was started first first. */
  List<Actor> actors() {
    return List.copyOf(actors.values());
  }

  @Nullable Actor actor(String name) {
    return actors.get(name);
  }

  /** Events that have not reached the queue yet. */
  List<String> eventsUnderWay() {
    return events.entrySet().stream()
        .filter(event -> !event.getValue().arrived)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All events, also those that have reached the queue. */
  List<String> events() {
    return List.copyOf(events.keySet());
  }

  /** Writes that were sent and have not reached the store. */
  List<String> lateWrites() {
    return List.copyOf(lateWrites.keySet());
  }

  /** The change that put a session file with that ETag last; null if none did. */
  Action.@Nullable Change changeOf(@Nullable String etag) {
    return changes.get(etag);
  }

  /** The session that a meta index or thumbnail is of. */
  SessionId idOfDerived(String key) {
    return switch (layout().parse(key)) {
      case ObjectKey.MetaIndex(SessionId id) -> id;
      case ObjectKey.Thumbnail(SessionId id) -> id;
      case ObjectKey.Session _, ObjectKey.Trash _, ObjectKey.OverallMeta _, ObjectKey.Foreign _ ->
          throw new Violation("keys", "a handler wrote " + key);
    };
  }

  /** The rebuild function answered. */
  void rebuildAnswered(String task, String json) {
    answers.put(task, json);
  }

  /** What the rebuild function answered; null if it did not. */
  @Nullable String answer(String task) {
    return answers.get(task);
  }

  /** A write goes on its way; its sender does not wait for it. */
  void postpone(String name, Supplier<?> write) {
    lateWrites.put(name, new Late(write, now));
  }

  /**
   * Lets something happen.
   *
   * @return whether it was possible; nothing has happened otherwise
   * @throws Violation if it broke a promise
   */
  boolean perform(Action action) {
    step++;
    return switch (action) {
      case Action.Step(String task, Trouble trouble) -> step(actors.get(task), trouble);
      case Action.Crash(String task) -> crash(actors.get(task), Happening.CRASH_BEFORE);
      case Action.Change change -> change(change);
      case Action.Arrive(String event, String message) -> arrive(events.get(event), message);
      case Action.Deliver(String task, List<String> messages) -> deliver(task, messages);
      case Action.Redeliver(String message) -> redeliver(message);
      case Action.Land(String write) -> land(lateWrites.remove(write));
      case Action.Lose(String write) -> lateWrites.remove(write) != null;
      case Action.Rebuild(String task, String request) ->
          !actors.containsKey(task) && start(workers.rebuild(task, request));
      case Action.Foreign(Action.ForeignWrite write) -> foreign(write);
      case Action.Read(String task) -> !actors.containsKey(task) && start(workers.reader(task));
      case Action.Pass(Duration time) -> {
        now = now.plus(time);
        yield true;
      }
    };
  }

  private boolean step(@Nullable Actor actor, Trouble trouble) {
    if (actor == null || !trouble.fits(actor.pending())) {
      return false;
    }
    if (trouble == Trouble.NONE) {
      // Nothing to count.
    } else if (actor.kind == Actor.Kind.READER) {
      return false;
    } else {
      tally.count(trouble);
    }
    now = now.plus(REQUEST);
    if (actor.pending() instanceof Pending.Sleep(Instant until) && until.isAfter(now)) {
      now = until;
    }
    if (actor.kind != Actor.Kind.READER
        && now.isAfter(actor.started.plus(SimulatedQueue.FUNCTION_TIMEOUT))) {
      return crash(actor, Happening.FUNCTION_TIMEOUT);
    }
    actor.step(trouble);
    return ended(actor);
  }

  private boolean crash(@Nullable Actor actor, Happening how) {
    if (actor == null || actor.kind == Actor.Kind.READER) {
      return false;
    }
    tally.count(how);
    actor.task().kill();
    return ended(actor);
  }

  private boolean ended(Actor actor) {
    if (actor.task().hasEnded()) {
      actors.remove(actor.name);
      Throwable failure = actor.task().failure();
      if (failure instanceof Violation violation) {
        throw violation;
      }
      if (failure != null) {
        throw new IllegalStateException(actor.name + " threw", failure);
      }
    }
    return true;
  }

  private boolean start(Actor actor) {
    if (actor.kind == Actor.Kind.REBUILD
        && actors.values().stream().anyMatch(other -> other.kind == Actor.Kind.REBUILD)) {
      tally.count(Happening.CONCURRENT_REBUILDS);
    }
    actors.put(actor.name, actor);
    actor.step(Trouble.NONE);
    return ended(actor);
  }

  private boolean change(Action.Change change) {
    if (events.containsKey(change.event())) {
      return false;
    }
    String key = layout().session(SessionFiles.id(change.key()));
    if (change.content() == Action.Content.NOTHING) {
      bucket.delete(key, Precondition.none());
    } else {
      byte[] bytes = SessionFiles.bytes(change.content(), change.version());
      if (bucket.put(key, Content.of(bytes, "image/png"), Precondition.none())
          instanceof PutOutcome.Installed(var etag)) {
        changes.put(etag.value(), change);
      }
    }
    if (actors.values().stream().anyMatch(actor -> actor.kind != Actor.Kind.READER)) {
      tally.count(Happening.LIVE_CHANGE);
    }
    switch (change.content()) {
      case GARBAGE, EMPTY, CUT_OFF -> tally.count(Happening.BAD_FILE);
      case NOTHING, PLAIN, PICTURE, LONG -> {}
    }
    events.put(change.event(), new Event(events.size(), change.key(), now));
    return true;
  }

  private boolean arrive(@Nullable Event event, String message) {
    if (event == null || queue.knows(message)) {
      return false;
    }
    if (event.arrived) {
      tally.count(Happening.DUPLICATE_EVENT);
    } else if (event.number < lastArrived) {
      tally.count(Happening.OUT_OF_ORDER);
    }
    delayed(event.at);
    event.arrived = true;
    lastArrived = Math.max(lastArrived, event.number);
    queue.add(Messages.event(message, SessionFiles.id(event.key)));
    return true;
  }

  private void delayed(Instant since) {
    if (now.isAfter(since.plus(LONG_DELAY))) {
      tally.count(Happening.DELAY);
    }
  }

  private boolean deliver(String task, List<String> names) {
    if (actors.containsKey(task)) {
      return false;
    }
    List<SimulatedQueue.Message> received = queue.receive(names, now);
    return !received.isEmpty() && start(workers.indexer(task, received));
  }

  private boolean redeliver(String message) {
    boolean possible = queue.redeliver(message, now);
    if (possible) {
      tally.count(Happening.REDELIVERY);
    }
    return possible;
  }

  private boolean land(@Nullable Late late) {
    if (late == null) {
      return false;
    }
    delayed(late.at());
    tally.count(Happening.LATE_LANDING);
    var _ = late.write().get();
    return true;
  }

  private boolean foreign(Action.ForeignWrite write) {
    tally.count(Happening.FOREIGN_WRITE);
    String key = layout().overallMeta();
    switch (write) {
      case ORIGINAL, GARBAGE -> {
        String text =
            write == Action.ForeignWrite.GARBAGE ? "garbage" : Messages.originalIndex(now, bucket);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        PutOutcome _ = bucket.put(key, Content.of(bytes, "application/json"), Precondition.none());
      }
      case DELETE -> bucket.delete(key, Precondition.none());
    }
    history.foreignWrite();
    return true;
  }

  /** Ends all tasks, so that no thread is left. */
  void close() {
    actors.values().forEach(actor -> actor.task().kill());
    actors.clear();
  }
}
