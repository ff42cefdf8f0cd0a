package io.fastshot.model;

import java.time.Instant;
import java.util.BitSet;
import java.util.Locale;

/**
 * The rebuild that the overall index tells its readers of: the last one, running or ended.
 *
 * @param id random, so that a part of an older rebuild is not counted
 * @param mode what was asked for
 * @param state whether it still runs
 * @param parts number of parts sent to the queue; 0 or more
 * @param total number of sessions in all parts
 * @param done which parts (0 to {@code parts - 1}) are done; a set, so a part delivered twice
 *     counts once
 * @param startedAt when it was asked for
 * @param updatedAt when a part was counted last, or the state changed
 */
public record RebuildState(
    String id,
    Mode mode,
    State state,
    int parts,
    int total,
    BitSet done,
    Instant startedAt,
    Instant updatedAt) {

  /** Which sessions a rebuild looks at. */
  public enum Mode {
    /** Every session, read anew. */
    ALL,
    /**
     * Every session; rows come from meta indexes that match the session's ETag, so no session is
     * read.
     */
    OVERALL,
    /** Only those in which a listing of the bucket and the index differ. */
    CHECK,
    /** Only the named ones. */
    KEYS;

    /**
     * The name in JSON and on the command line: {@code all}, {@code overall}, {@code check}, {@code
     * keys}.
     */
    public String jsonName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether all its parts done means that the index covers the whole bucket. */
    public boolean coversBucket() {
      return this != KEYS;
    }
  }

  /** How a rebuild stands. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED;

    /** The name in JSON: {@code running}, {@code done}, {@code cancelled}. */
    public String jsonName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public RebuildState {
    if (parts < 0 || total < 0) {
      throw new IllegalArgumentException("parts or total is negative: " + parts + ", " + total);
    }
    if (done.length() > parts) {
      throw new IllegalArgumentException("a part is done that does not exist: " + done);
    }
    done = (BitSet) done.clone();
  }

  @Override
  public BitSet done() {
    return (BitSet) done.clone();
  }

  /** Number of parts that are done. */
  public int partsDone() {
    return done.cardinality();
  }

  /** Whether parts are still expected. */
  public boolean isRunning() {
    return state == State.RUNNING;
  }

  /**
   * The state after a part was done; {@code DONE} when it was the last one.
   *
   * @param part 0 to {@code parts - 1}
   * @throws IllegalArgumentException if there is no such part
   */
  public RebuildState withPartDone(int part, Instant now) {
    if (part < 0 || part >= parts) {
      throw new IllegalArgumentException("no part " + part + " of " + parts);
    }
    BitSet next = done();
    next.set(part);
    State after = isRunning() && next.cardinality() == parts ? State.DONE : state;
    return new RebuildState(id, mode, after, parts, total, next, startedAt, now);
  }

  /** The same in another state. */
  public RebuildState withState(State next, Instant now) {
    return new RebuildState(id, mode, next, parts, total, done, startedAt, now);
  }
}
