package io.fastshot.indexer.exhaustive;

import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import java.util.Arrays;
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

  /** The two handlers, and in place of a third slot the rebuild. */
  private static final int REBUILD = 2;

  final Bucket bucket = new Bucket();
  final Documents documents = new Documents();
  final Programs programs = new Programs(bucket, documents);
  private final Scenario scenario;
  private final boolean rowsOnly;
  private final LongTable workers = new LongTable();
  private final LongTable lates = new LongTable();
  private final Deliveries deliveries = new Deliveries(bucket, programs);

  Steps(Scenario scenario) {
    this.scenario = scenario;
    this.rowsOnly = scenario.detail() == Scenario.Detail.ROWS;
    workers.numberOf(-1); // 0 is idle
    lates.numberOf(-1); // 0 is none
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
    if (state.changed() < scenario.changes().size()) {
      change(state, sink);
    }
    land(state, sink);
    if (state.rebuild() == State.NOT_STARTED && scenario.rebuild() != null) {
      int root = programs.root(new Invocation.OfRebuild(scenario.rebuild()));
      proceed(state, new Actor(REBUILD, root, 0), sink);
    } else if (state.rebuild() >= State.WORKING) {
      work(state, new Actor(REBUILD, state.rebuild() - State.WORKING, 0), sink);
    }
    if (state.worker(0) == 0) { // the idle one of two stands first
      for (Deliveries.Taken taken : deliveries.of(state.queue())) {
        State received = state.withQueue(Messages.without(state.queue(), taken.bag()));
        proceed(received, new Actor(0, taken.root(), taken.bag()), sink);
      }
    }
    for (int slot = 0; slot < REBUILD; slot++) {
      if (state.worker(slot) != 0) {
        long worker = workers.get(state.worker(slot));
        work(state, new Actor(slot, (int) (worker >>> 32), (int) worker), sink);
      }
    }
  }

  /**
   * A handler.
   *
   * @param held the messages that it received
   */
  private record Actor(int slot, int node, int held) {}

  private void change(State state, Sink sink) {
    Scenario.Change change = scenario.changes().get(state.changed());
    int event = bucket.event(change.key(), change.value(), scenario.typedEvents());
    State changed = state.withChange(change).withQueue(Messages.with(state.queue(), event, 1));
    String what = change.value() == 0 ? "a client deletes " : "a client puts ";
    sink.to(changed, what + Bucket.name(change.key()) + change.value(), -1);
  }

  /**
   * Whether it lands at all is open, so nothing needs to happen for it not to: the states in which
   * it is still on its way are those in which it never lands.
   */
  private void land(State state, Sink sink) {
    if (state.late() != 0) {
      long late = lates.get(state.late());
      if ((int) (late >>> 32) == state.document()) {
        State landed = install(state.withLate(0), (int) late, -1);
        sink.to(canonical(landed), "the late write lands", -1);
      }
    }
  }

  /** A crash before the next request, or what {@link #proceed} says. */
  private void work(State state, Actor actor, Sink sink) {
    if (state.crashes() > 0) {
      sink.to(crashed(state, actor, State.GIVEN_UP), "crashes before", actor.node());
    }
    proceed(state, actor, sink);
  }

  private State crashed(State state, Actor actor, int rebuild) {
    State idle =
        actor.slot() == REBUILD ? state.withRebuild(rebuild) : state.withWorker(actor.slot(), 0);
    return canonical(idle.withCrash().withQueue(Messages.sum(state.queue(), actor.held())));
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
        if (mayLose) {
          go(lost, actor, Call.DENIED, "gets 403 for", sink);
        }
      }
      case Call.ListSessions _ -> {
        if (rowsOnly) {
          anyListing(state, actor, sink);
        } else {
          read(state, actor, state.sources(), sink);
        }
      }
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
      State installed = install(state, write.next(), actor.slot());
      go(installed, actor, Call.DONE, "installs by", sink);
    } else {
      go(state, actor, Call.CONFLICT, "gets 412 for", sink);
    }
    if (state.losses() > 0) {
      // What lands at once, later, or never: from here on all three are open.
      int late = lates.numberOf(((long) write.base() << 32) | write.next());
      go(state.withLoss().withLate(late), actor, Call.UNAVAILABLE, "gets no answer to", sink);
    }
  }

  private void go(State state, Actor actor, int answer, String what, Sink sink) {
    int next = programs.after(actor.node(), answer);
    if (!(programs.node(next).call() instanceof Call.Ended(var back))) {
      if (isImmediate(state, programs.node(next).call())) {
        proceed(state, new Actor(actor.slot(), next, actor.held()), sink);
      } else {
        sink.to(canonical(at(state, actor, next)), what, actor.node());
      }
      return;
    }
    boolean sent = programs.node(actor.node()).call() instanceof Call.Send && answer == Call.DONE;
    int rebuild = sent ? State.SENT : State.GIVEN_UP;
    if (state.crashes() > 0) {
      sink.to(crashed(state, actor, rebuild), what + " (and crashes then)", actor.node());
    }
    if (actor.slot() == REBUILD) {
      sink.to(canonical(state.withRebuild(rebuild)), what, actor.node());
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
    sink.to(canonical(ended), what, actor.node());
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
        : state.withWorker(
            actor.slot(), workers.numberOf(((long) node << 32) | (actor.held() & 0xffff_ffffL)));
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

  private State install(State state, int written, int bySlot) {
    long seen = nonce(lateBase(state)) | nonce(state.document());
    for (int slot = 0; slot <= REBUILD; slot++) {
      seen |= slot == bySlot ? 0 : nonce(lastRead(state, slot));
    }
    return state.withDocument(documents.installed(written, seen));
  }

  private int lastRead(State state, int slot) {
    int node = -1;
    if (slot == REBUILD) {
      node = state.rebuild() - State.WORKING;
    } else if (state.worker(slot) != 0) {
      node = (int) (workers.get(state.worker(slot)) >>> 32);
    }
    return node < 0 ? -1 : programs.node(node).lastRead();
  }

  private int lateBase(State state) {
    return state.late() == 0 ? 0 : (int) (lates.get(state.late()) >>> 32);
  }

  private long nonce(int document) {
    int nonce = document <= 0 ? -1 : documents.get(document).nonce();
    return nonce < 0 ? 0 : 1L << nonce;
  }

  /** One state in place of all that differ in nothing that matters. */
  private State canonical(State state) {
    State settled = settled(state);
    long[] known = new long[REBUILD + 1];
    int count = 0;
    if (settled.late() != 0 && lateBase(settled) == settled.document()) {
      return settled;
    }
    for (int slot = 0; slot <= REBUILD; slot++) {
      int read = lastRead(settled, slot);
      if (read == settled.document()) {
        return settled;
      }
      if (read > 0) {
        known[count++] = documents.get(read).index().rev();
      }
    }
    Arrays.sort(known, 0, count);
    return settled.withDocument(documents.unread(settled.document(), Arrays.copyOf(known, count)));
  }

  /** Without a late write that can never land: the bytes that it waits for do not come back. */
  private State settled(State state) {
    int base = lateBase(state);
    boolean gone = base > 0 && base != state.document() && documents.get(base).nonce() >= 0;
    return gone ? state.withLate(0) : state;
  }
}
