package io.fastshot.indexer.exhaustive;

import java.util.Arrays;

/** One state in place of all that differ in nothing that matters. See docs/decisions/0110. */
final class Canonical {
  private static final int SLOTS = Work.REBUILD + 1;

  /** The rev of the oldest version that anybody at work knows; below it is one more. */
  private static final int LOWEST_REV = 2;

  private final Documents documents;
  private final Programs programs;
  private final Work work;

  Canonical(Documents documents, Programs programs, Work work) {
    this.documents = documents;
    this.programs = programs;
    this.work = work;
  }

  State of(State state) {
    return shifted(unread(settled(state)));
  }

  /** Without a late write that can never land: the bytes that it waits for do not come back. */
  private State settled(State state) {
    int base = work.lateBase(state.late());
    boolean gone = base > 0 && base != state.document() && documents.get(base).nonce() >= 0;
    return gone ? state.withLate(0) : state;
  }

  /** With the revs of a version that nobody at work has read in order, whatever they are. */
  private State unread(State state) {
    if (state.late() != 0 && work.lateBase(state.late()) == state.document()) {
      return state;
    }
    long[] known = new long[SLOTS];
    int count = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      int read = work.lastRead(state, slot);
      if (read == state.document()) {
        return state;
      }
      if (read > 0) {
        known[count++] = documents.get(read).index().rev();
      }
    }
    Arrays.sort(known, 0, count);
    int unread = documents.unread(state.document(), Arrays.copyOf(known, count));
    for (int slot = 0; slot < SLOTS; slot++) {
      if (work.lastRead(state, slot) == unread) {
        return state; // it must stay another version than theirs
      }
    }
    return state.withDocument(unread);
  }

  /** With all revs lowered alike, as far as it goes: handlers only compare them. */
  private State shifted(State state) {
    int by = (int) lowestRev(state) - LOWEST_REV;
    if (by <= 0) {
      return state;
    }
    State shifted = state.withDocument(documents.shifted(state.document(), by));
    if (state.late() != 0) {
      int base = work.lateBase(state.late());
      int next = documents.shifted(work.lateNext(state.late()), by);
      shifted = shifted.withLate(work.late(base > 0 ? documents.shifted(base, by) : base, next));
    }
    if (state.rebuild() >= State.WORKING) {
      int node = programs.shifted(state.rebuild() - State.WORKING, by);
      shifted = shifted.withRebuild(node + State.WORKING);
    }
    return shifted.withWorkers(shifted(state.worker(0), by), shifted(state.worker(1), by));
  }

  private long lowestRev(State state) {
    if (state.document() == 0) {
      return 0;
    }
    long lowest = documents.get(state.document()).index().rev();
    for (int slot = 0; slot < SLOTS; slot++) {
      int node = work.node(state, slot);
      lowest = node < 0 ? lowest : Math.min(lowest, programs.lowestRev(node));
    }
    return lowest;
  }

  private int shifted(int worker, int by) {
    return worker == 0
        ? 0
        : work.worker(programs.shifted(work.nodeOf(worker), by), work.heldBy(worker));
  }
}
