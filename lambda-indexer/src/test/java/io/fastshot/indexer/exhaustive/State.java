package io.fastshot.indexer.exhaustive;

/**
 * All that the future depends on, in numbers.
 *
 * @param changed how many changes of the scenario were made
 * @param sources content of both sessions, see {@link Bucket#pair}
 * @param metas meta indexes of both sessions, see {@link Bucket#pair}
 * @param faults crashes and losses that are left, see {@link Bucket#pair}
 * @param document the overall index, as numbered by {@link Documents}
 * @param late a write of the index whose answer was lost and that may still land, as numbered by
 *     {@link Steps}; 0 for none
 * @param queue how many of each message, see {@link Messages}
 * @param workers the two handlers at work, as numbered by {@link Steps}, the lower number in the
 *     lower half; 0 for idle
 * @param rebuild {@link #NOT_STARTED}, {@link #SENT}, {@link #GIVEN_UP}, or its node and {@link
 *     #WORKING}
 */
record State(
    int changed,
    int sources,
    int metas,
    int faults,
    int document,
    int late,
    int queue,
    long workers,
    int rebuild) {
  static final int NOT_STARTED = 0;
  static final int SENT = 1;
  static final int GIVEN_UP = 2;
  static final int WORKING = 3;

  private static final int BYTE = 8;
  private static final int DOCUMENT_BITS = 22;
  private static final int LATE_BITS = 15;

  /** The first of three longs that hold a state. */
  long first() {
    if (document >= 1 << DOCUMENT_BITS || late >= 1 << LATE_BITS) {
      throw new IllegalStateException("more documents than a state has bits for");
    }
    long first = late;
    first = (first << DOCUMENT_BITS) | document;
    first = (first << BYTE) | sources;
    first = (first << BYTE) | metas;
    first = (first << BYTE) | faults;
    return (first << 3) | changed;
  }

  long second() {
    return workers;
  }

  long third() {
    return ((long) queue << 32) | rebuild;
  }

  static State of(long first, long second, long third) {
    int low = (int) (first & 0x7ff_ffffL);
    long high = first >>> 27;
    return new State(
        low & 7,
        (low >> 19) & 0xff,
        (low >> 11) & 0xff,
        (low >> 3) & 0xff,
        (int) (high & ((1 << DOCUMENT_BITS) - 1)),
        (int) (high >>> DOCUMENT_BITS),
        (int) (third >>> 32),
        second,
        (int) third);
  }

  int worker(int slot) {
    return (int) (workers >>> (32 * slot));
  }

  /** With the two handlers, which do not differ, in order. */
  State withWorkers(int one, int other) {
    long both = ((long) Math.max(one, other) << 32) | Math.min(one, other);
    return new State(changed, sources, metas, faults, document, late, queue, both, rebuild);
  }

  /** With one of the two handlers in another state. */
  State withWorker(int slot, int worker) {
    return slot == 0 ? withWorkers(worker, worker(1)) : withWorkers(worker(0), worker);
  }

  State withRebuild(int next) {
    return new State(changed, sources, metas, faults, document, late, queue, workers, next);
  }

  State withQueue(int next) {
    return new State(changed, sources, metas, faults, document, late, next, workers, rebuild);
  }

  State withDocument(int next) {
    return new State(changed, sources, metas, faults, next, late, queue, workers, rebuild);
  }

  State withLate(int next) {
    return new State(changed, sources, metas, faults, document, next, queue, workers, rebuild);
  }

  State withMeta(int key, int meta) {
    int next = Bucket.withPair(metas, key, meta);
    return new State(changed, sources, next, faults, document, late, queue, workers, rebuild);
  }

  State withChange(Scenario.Change change) {
    int next = Bucket.withPair(sources, change.key(), change.value());
    return new State(changed + 1, next, metas, faults, document, late, queue, workers, rebuild);
  }

  int crashes() {
    return Bucket.ofPair(faults, 0);
  }

  int losses() {
    return Bucket.ofPair(faults, 1);
  }

  State withFaults(int next) {
    return new State(changed, sources, metas, next, document, late, queue, workers, rebuild);
  }

  State withCrash() {
    int next = Bucket.withPair(faults, 0, crashes() - 1);
    return new State(changed, sources, metas, next, document, late, queue, workers, rebuild);
  }

  State withLoss() {
    int next = Bucket.withPair(faults, 1, losses() - 1);
    return new State(changed, sources, metas, next, document, late, queue, workers, rebuild);
  }

  /** Whether no handler is at work. */
  boolean isAtRest() {
    return workers == 0 && rebuild < WORKING;
  }
}
