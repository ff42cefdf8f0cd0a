package io.fastshot.indexer.simulation;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import io.fastshot.store.MemoryObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
  private final Outside outside = new Outside(this);
  private final Map<String, Late> lateWrites = new LinkedHashMap<>();
  private final Map<String, String> answers = new HashMap<>();
  private Consumer<Action> listener = _ -> {};
  private Instant now = START;
  private long step;
  private boolean landing;
  private final MemoryObjectStore bucket = new MemoryObjectStore(() -> now, PAGE);

  private record Late(Supplier<?> write, Instant at) {}

  /**
   * An empty library.
   *
   * @param seed of what the handlers draw themselves: nonces, ids, waits
   */
  World(long seed) {
    this(seed, Flaw.NONE);
  }

  /** The same, with handlers that are wrong on purpose. */
  World(long seed, Flaw flaw) {
    this.workers = new Workers(this, seed, flaw);
  }

  Instant now() {
    return now;
  }

  /** The number of the moment: grows with each action. */
  long step() {
    return step;
  }

  /** Whether a write lands whose sender went on without its answer. */
  boolean isLanding() {
    return landing;
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

  /** Clients, their events, and others who write. */
  Outside outside() {
    return outside;
  }

  /** Writes that were sent and have not reached the store. */
  List<String> lateWrites() {
    return List.copyOf(lateWrites.keySet());
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

  /** Is told of each action before it is performed. */
  void listen(Consumer<Action> to) {
    listener = to;
  }

  /**
   * Lets something happen.
   *
   * @return whether it was possible; nothing has happened otherwise
   * @throws Violation if it broke a promise
   */
  boolean perform(Action action) {
    step++;
    listener.accept(action);
    return switch (action) {
      case Action.Step(String task, Trouble trouble) -> step(actors.get(task), trouble);
      case Action.Crash(String task) -> crash(actors.get(task), Happening.CRASH_BEFORE);
      case Action.Change change -> outside.change(change);
      case Action.Arrive(String event, String message) -> outside.arrive(event, message);
      case Action.Deliver(String task, List<String> messages) -> deliver(task, messages);
      case Action.Redeliver(String message) -> redeliver(message);
      case Action.Land(String write) -> land(lateWrites.remove(write));
      case Action.Lose(String write) -> lateWrites.remove(write) != null;
      case Action.Rebuild(String task, String request) -> rebuild(task, request);
      case Action.Foreign(Action.ForeignWrite write) -> outside.foreign(write);
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

  private boolean rebuild(String task, String request) {
    if (actors.containsKey(task)) {
      return false;
    }
    OverallIndex index = history.current();
    RebuildState rebuild = index == null ? null : index.rebuild();
    if (request.contains("cancel") && rebuild != null && rebuild.isRunning()) {
      tally.count(Happening.CANCEL);
    }
    return start(workers.rebuild(task, request));
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

  /** Counts what took long. */
  void delayed(Instant since) {
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
    landing = true;
    var _ = late.write().get();
    landing = false;
    return true;
  }

  /** Ends all tasks, so that no thread is left. */
  void close() {
    actors.values().forEach(actor -> actor.task().kill());
    actors.clear();
  }
}
