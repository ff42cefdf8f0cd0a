package io.fastshot.indexer.simulation;

import io.fastshot.model.SessionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of a handler, or a reader: its task, and what it did so far. */
final class Actor {

  /** What it is. */
  enum Kind {
    INDEXER,
    REBUILD,
    READER
  }

  /**
   * What an actor was told of a session last.
   *
   * @param step when
   * @param etag of the session; null if it was absent
   * @param byMetaIndex whether it read the meta index after that
   */
  record Seen(long step, @Nullable String etag, boolean byMetaIndex) {}

  final String name;
  final Kind kind;
  final Instant started;
  final long startStep;
  final List<SimulatedQueue.Message> messages;
  private final Map<SessionId, Seen> seen = new HashMap<>();
  private final SteppedTask task;
  private Pending pending = new Pending.Answer();
  private Trouble trouble = Trouble.NONE;
  private int requests;
  private long indexReadAt = -1;

  Actor(Kind kind, String name, World world, List<SimulatedQueue.Message> messages, Body body) {
    this.kind = kind;
    this.name = name;
    this.started = world.now();
    this.startStep = world.step();
    this.messages = messages;
    this.task = new SteppedTask(name, _ -> body.run(this));
  }

  /** What an actor does. */
  interface Body {
    void run(Actor actor);
  }

  SteppedTask task() {
    return task;
  }

  /** What it does when it is stepped. */
  Pending pending() {
    return pending;
  }

  /** Lets it go on, with what goes wrong with its next request. Called by the driver. */
  void step(Trouble with) {
    trouble = with;
    task.step();
  }

  /** Stops before a request, and tells what goes wrong with it. Called by the task. */
  Trouble await(Pending next) {
    pending = next;
    task.pause();
    requests++;
    return trouble;
  }

  /** A name for the request that is being made. */
  String requestName() {
    return name + "." + requests;
  }

  void saw(SessionId id, long step, @Nullable String etag) {
    seen.put(id, new Seen(step, etag, false));
  }

  void sawMetaIndex(SessionId id) {
    seen.computeIfPresent(id, (_, session) -> new Seen(session.step(), session.etag(), true));
  }

  void readIndex(long step) {
    indexReadAt = step;
  }

  /** When it read the overall index last; -1 if never. */
  long readIndexAt() {
    return indexReadAt;
  }

  @Nullable Seen seen(SessionId id) {
    return seen.get(id);
  }

  Map<SessionId, Seen> allSeen() {
    return Map.copyOf(seen);
  }
}
