package io.fastshot.indexer.exhaustive;

/** What a state has as numbers: handlers at work and late writes. */
final class Work {

  /** The two handlers have slots 0 and 1, the rebuild this one. */
  static final int REBUILD = 2;

  private final Programs programs;
  private final LongTable workers = new LongTable();
  private final LongTable lates = new LongTable();

  Work(Programs programs) {
    this.programs = programs;
    workers.numberOf(-1); // 0 is idle
    lates.numberOf(-1); // 0 is none
  }

  /**
   * A handler at work.
   *
   * @param node where it stands
   * @param held the messages that it received
   */
  int worker(int node, int held) {
    return workers.numberOf(pair(node, held));
  }

  int nodeOf(int worker) {
    return (int) (workers.get(worker) >>> 32);
  }

  int heldBy(int worker) {
    return (int) workers.get(worker);
  }

  /**
   * A write of the index that may still land.
   *
   * @param base the version that it replaces
   */
  int late(int base, int next) {
    return lates.numberOf(pair(base, next));
  }

  /** The version that a late write waits for; 0 if there is no late write. */
  int lateBase(int late) {
    return late == 0 ? 0 : (int) (lates.get(late) >>> 32);
  }

  int lateNext(int late) {
    return (int) lates.get(late);
  }

  private static long pair(int first, int second) {
    return ((long) first << 32) | (second & 0xffff_ffffL);
  }

  /** Where a handler or the rebuild stands; -1 if it is not at work. */
  int node(State state, int slot) {
    if (slot == REBUILD) {
      return Math.max(-1, state.rebuild() - State.WORKING);
    }
    return state.worker(slot) == 0 ? -1 : nodeOf(state.worker(slot));
  }

  /** The version of the index that it read last; 0 if none was there, -1 if it has read none. */
  int lastRead(State state, int slot) {
    int node = node(state, slot);
    return node < 0 ? -1 : programs.node(node).lastRead();
  }
}
