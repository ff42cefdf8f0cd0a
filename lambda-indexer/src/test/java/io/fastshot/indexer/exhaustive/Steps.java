package io.fastshot.indexer.exhaustive;

import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import java.util.List;

/** What can happen next. */
final class Steps {

  /** Takes what can happen. */
  interface Sink {

    /**
     * One thing that can happen.
     *
     * @param what in words
     * @param node of the handler that it happens to; -1 if to none
     */
    void to(State next, String what, int node);

    /** A promise that is broken on the way to the next state. */
    void broken(String promise);
  }

  private static final int REBUILD = Work.REBUILD;

  final Bucket bucket = new Bucket();
  final Documents documents = new Documents();
  final Programs programs;
  private final Scenario scenario;
  private final boolean rowsOnly;
  private final Work work;
  private final Canonical canonical;
  private final Deliveries deliveries;

  Steps(Scenario scenario) {
    this.programs = new Programs(bucket, documents, scenario.policy());
    this.work = new Work(programs);
    this.canonical = new Canonical(documents, programs, work);
    this.deliveries = new Deliveries(bucket, programs);
    this.scenario = scenario;
    this.rowsOnly = scenario.detail() == Scenario.Detail.ROWS;
  }

  /** An empty bucket with an index that covers it. */
  State first() {
    OverallIndex empty = OverallIndex.empty();
    int document =
        documents.of(
            new OverallIndex(
                2,
                Documents.nonce(0),
                Bucket.NOW,
                true,
                null,
                0,
                List.of(),
                empty.rows(),
                empty.other()));
    int faults = Bucket.pair(scenario.crashes(), scenario.losses());
    return new State(0, 0, 0, faults, document, 0, 0, 0, State.NOT_STARTED);
  }

  void expand(State state, Sink sink) {
    land(state, sink);
    if (state.rebuild() == State.NOT_STARTED && scenario.rebuild() != null) {
      int root = programs.root(new Invocation.OfRebuild(scenario.rebuild()));
      proceed(state, new Actor(REBUILD, root, 0), sink);
    } else if (state.rebuild() >= State.WORKING) {
      proceed(state, new Actor(REBUILD, state.rebuild() - State.WORKING, 0), sink);
    }
    if (state.worker(0) == 0) { // the idle one of two stands first
      receive(state, sink);
    }
    for (int slot = 0; slot < REBUILD; slot++) {
      if (state.worker(slot) != 0) {
        int worker = state.worker(slot);
        proceed(state, new Actor(slot, work.nodeOf(worker), work.heldBy(worker)), sink);
      }
    }
  }

  /**
   * A handler.
   *
   * @param held the messages that it received
   */
  private record Actor(int slot, int node, int held) {}

  /** The state after the client's next change. */
  private State changed(State state) {
    Scenario.Change change = scenario.changes().get(state.changed());
    return state.withChange(change).withQueue(Messages.with(state.queue(), event(change), 1));
  }

  private int event(Scenario.Change change) {
    return bucket.event(change.key(), change.value(), scenario.typedEvents());
  }

  private boolean hasChanges(State state) {
    return state.changed() < scenario.changes().size();
  }

  /**
   * An idle handler gets a batch, after as many changes as this batch needs. A change is put off
   * until somebody gets its event or reads its session: to all else it makes no difference.
   */
  private void receive(State state, Sink sink) {
    for (Deliveries.Taken taken : deliveries.of(state.queue())) {
      receive(state, taken, sink);
    }
    for (State now = state; hasChanges(now); now = changed(now)) {
      int event = event(scenario.changes().get(now.changed()));
      State next = changed(now);
      for (Deliveries.Taken taken : deliveries.of(next.queue())) {
        if (Messages.count(taken.bag(), event) > Messages.count(now.queue(), event)) {
          receive(next, taken, sink);
        }
      }
    }
  }

  private void receive(State state, Deliveries.Taken taken, Sink sink) {
    State received = state.withQueue(Messages.without(state.queue(), taken.bag()));
    proceed(received, new Actor(0, taken.root(), taken.bag()), sink);
  }

  /**
   * Whether it lands at all is open, so nothing needs to happen for it not to: the states in which
   * it is still on its way are those in which it never lands.
   */
  private void land(State state, Sink sink) {
    if (state.late() != 0 && work.lateBase(state.late()) == state.document()) {
      State landed = install(state.withLate(0), work.lateNext(state.late()));
      sink.to(canonical.of(landed), "the late write lands", -1);
    }
  }

  private State crashed(State state, Actor actor, int rebuild) {
    State idle =
        actor.slot() == REBUILD ? state.withRebuild(rebuild) : state.withWorker(actor.slot(), 0);
    return canonical.of(idle.withCrash().withQueue(Messages.sum(state.queue(), actor.held())));
  }

  /** The next request with its answer, in every way that it can go. */
  private void proceed(State state, Actor actor, Sink sink) {
    boolean mayLose = state.losses() > 0;
    State lost = mayLose ? state.withLoss() : state;
    switch (programs.node(actor.node()).call()) {
      // Not lost: the handler would begin again, as if it had begun later.
      case Call.ReadIndex _ -> go(state, actor, state.document(), "does", sink);
      case Call.ReadSession(int key) -> {
        read(state, actor, Bucket.ofPair(state.sources(), key), sink);
        for (State next = state; hasChanges(next); ) {
          boolean matters = scenario.changes().get(next.changed()).key() == key;
          next = changed(next);
          if (matters) {
            go(next, actor, Bucket.ofPair(next.sources(), key), "does", sink);
          }
        }
        if (mayLose) {
          go(lost, actor, Call.DENIED, "gets 403 for", sink);
        }
      }
      case Call.ListSessions _ -> list(state, actor, sink);
      case Call.ListMetas _ -> read(state, actor, state.metas(), sink);
      case Call.WriteMeta _ when rowsOnly -> go(state, actor, Call.DONE, "does", sink);
      case Call.WriteMeta(int key, int meta) -> {
        go(state.withMeta(key, meta), actor, Call.DONE, "does", sink);
        if (mayLose) {
          go(lost.withMeta(key, meta), actor, Call.UNAVAILABLE, "does, answer lost:", sink);
          go(lost, actor, Call.UNAVAILABLE, "does not reach the store with", sink);
        }
      }
      case Call.WriteIndex write -> write(state, actor, write, sink);
      case Call.Send send -> send(state, actor, send, sink);
      case Call.Ended _ -> throw new IllegalStateException("it has ended");
    }
  }

  private void send(State state, Actor actor, Call.Send send, Sink sink) {
    int queue = state.queue();
    for (int message : send.messages()) {
      queue = Messages.with(queue, message, 1);
    }
    go(state.withQueue(queue), actor, Call.DONE, "does", sink);
    if (state.losses() > 0) {
      State lost = state.withLoss();
      go(lost.withQueue(queue), actor, Call.UNAVAILABLE, "does, answer lost:", sink);
      go(lost, actor, Call.UNAVAILABLE, "does not reach the queue with", sink);
    }
  }

  private void list(State state, Actor actor, Sink sink) {
    if (rowsOnly) {
      anyListing(state, actor, sink);
      return;
    }
    read(state, actor, state.sources(), sink);
    for (State next = state; hasChanges(next); ) {
      next = changed(next);
      go(next, actor, next.sources(), "does", sink);
    }
  }

  private void anyListing(State state, Actor actor, Sink sink) {
    for (int there = 0; there < 1 << Bucket.KEYS; there++) {
      go(state, actor, Bucket.pair(there & 1, there >> 1), "does", sink);
    }
  }

  /**
   * The rebuild's reads are not lost: a GET of the index is repeated, as if it had begun later, and
   * without a listing nothing is started, as if it had not begun.
   */
  private void read(State state, Actor actor, int answer, Sink sink) {
    go(state, actor, answer, "does", sink);
    if (state.losses() > 0 && actor.slot() != REBUILD) {
      go(state.withLoss(), actor, Call.UNAVAILABLE, "gets no answer to", sink);
    }
  }

  private void write(State state, Actor actor, Call.WriteIndex write, Sink sink) {
    if (write.base() == Call.WriteIndex.ANY || write.base() == state.document()) {
      String broken = programs.node(actor.node()).broken();
      if (broken != null) {
        sink.broken(broken);
      }
      State installed = install(state, write.next());
      go(installed, actor, Call.DONE, "installs by", sink);
    } else {
      go(state, actor, Call.CONFLICT, "gets 412 for", sink);
    }
    if (state.losses() > 0) {
      // What lands at once, later, or never: from here on all three are open.
      int late = work.late(write.base(), write.next());
      go(state.withLoss().withLate(late), actor, Call.UNAVAILABLE, "gets no answer to", sink);
    }
  }

  private void go(State state, Actor actor, int answer, String what, Sink sink) {
    int next = programs.after(actor.node(), answer);
    boolean sent =
        programs.node(actor.node()).call() instanceof Call.Send
            && answer == Call.DONE
            && programs.node(next).call() instanceof Call.Ended;
    int rebuild = sent ? State.SENT : State.GIVEN_UP;
    if (state.crashes() > 0 && mayHaveWritten(actor, answer)) {
      sink.to(crashed(state, actor, rebuild), what + " (and crashes then)", actor.node());
    }
    if (!(programs.node(next).call() instanceof Call.Ended(var back))) {
      boolean readsAgain =
          isStale(state, actor) && programs.node(next).call() instanceof Call.ReadIndex;
      if (readsAgain || isImmediate(state, programs.node(next).call())) {
        proceed(state, new Actor(actor.slot(), next, actor.held()), sink);
      } else {
        sink.to(canonical.of(at(state, actor, next)), what, actor.node());
      }
      return;
    }
    if (actor.slot() == REBUILD) {
      sink.to(canonical.of(state.withRebuild(rebuild)), what, actor.node());
      return;
    }
    int queue = state.queue();
    for (int message : Messages.kinds(actor.held())) {
      if (back.contains(message)) {
        queue = Messages.with(queue, message, Messages.count(actor.held(), message));
      } else {
        acknowledged(actor, answer, message, programs.node(next).lastRead(), sink);
      }
    }
    State ended = state.withQueue(queue).withWorker(actor.slot(), 0);
    sink.to(canonical.of(ended), what, actor.node());
  }

  /**
   * Whether a request changed something. A crash that follows a request that did not is the same as
   * one before it, and one before all others as if the handler had not begun.
   */
  private boolean mayHaveWritten(Actor actor, int answer) {
    boolean applied = answer == Call.DONE || answer == Call.UNAVAILABLE;
    return switch (programs.node(actor.node()).call()) {
      case Call.WriteIndex _, Call.Send _ -> applied;
      case Call.WriteMeta _ -> applied && !rowsOnly;
      default -> false;
    };
  }

  /**
   * Whether a write of the index was of a version whose bytes never come back: it may as well fail
   * later, right before the request that follows it.
   */
  private boolean isStale(State state, Actor actor) {
    return programs.node(actor.node()).call() instanceof Call.WriteIndex(int _, int base)
        && base > 0
        && base != state.document()
        && documents.get(base).nonce() >= 0;
  }

  /**
   * Whether a request is made together with the one before it: nothing that others can do makes a
   * difference to it, nor it to others. So a crash before it is one before the next request.
   */
  private boolean isImmediate(State state, Call call) {
    return switch (call) {
      case Call.ReadSession(int key) ->
          scenario.changes().stream().skip(state.changed()).noneMatch(it -> it.key() == key);
      case Call.WriteMeta _, Call.ListSessions _, Call.ListMetas _ -> rowsOnly;
      default -> false;
    };
  }

  private State at(State state, Actor actor, int node) {
    return actor.slot() == REBUILD
        ? state.withRebuild(node + State.WORKING)
        : state.withWorker(actor.slot(), work.worker(node, actor.held()));
  }

  /**
   * I2: what is acknowledged is installed, and whoever acknowledges it knows. Parts of a cancelled
   * rebuild are dropped.
   */
  private void acknowledged(Actor actor, int answer, int message, int lastRead, Sink sink) {
    RebuildState rebuild = lastRead <= 0 ? null : documents.get(lastRead).index().rebuild();
    boolean cancelled = rebuild != null && rebuild.state() == RebuildState.State.CANCELLED;
    if (cancelled && !bucket.isEvent(message)) {
      return;
    }
    for (int key : bucket.keys(message)) {
      if (!programs.hasInstalled(actor.node(), answer, key)) {
        sink.broken("I2: " + Bucket.id(key) + " is acknowledged and not known to be installed");
      }
    }
  }

  private State install(State state, int written) {
    int next =
        documents.installed(
            written,
            state.document(),
            work.lateBase(state.late()),
            work.lastRead(state, 0),
            work.lastRead(state, 1),
            work.lastRead(state, REBUILD));
    return state.withDocument(next);
  }
}
