package io.fastshot.store;

import java.util.Map;
import java.util.function.Predicate;

/**
 * What went over a {@link CountingObjectStore}.
 *
 * @param bySlot only slots with a request
 */
public record RequestCounts(Map<Slot, Count> bySlot) {

  /** What the key of a request stands for. */
  public enum Kind {
    SESSION,
    META_INDEX,
    THUMBNAIL,
    OVERALL_META,
    TRASH,
    OTHER
  }

  /**
   * Requests that are counted together.
   *
   * @param kind of the key; of a copy that of the target; of a listing that of the prefix
   */
  public record Slot(Verb verb, Kind kind) {}

  /**
   * A sum.
   *
   * @param requests calls of the port, failed ones included
   * @param bytesUp bytes handed in for writing
   * @param bytesDown bytes of bodies that were read by the caller
   */
  public record Count(long requests, long bytesUp, long bytesDown) {
    static final Count ZERO = new Count(0, 0, 0);

    Count plus(Count other) {
      return new Count(
          requests + other.requests, bytesUp + other.bytesUp, bytesDown + other.bytesDown);
    }
  }

  public RequestCounts {
    bySlot = Map.copyOf(bySlot);
  }

  /** The sum of one verb on one kind of key. */
  public Count of(Verb verb, Kind kind) {
    return bySlot.getOrDefault(new Slot(verb, kind), Count.ZERO);
  }

  /** The sum of one verb. */
  public Count of(Verb verb) {
    return sum(slot -> slot.verb() == verb);
  }

  /** The sum of one kind of key. */
  public Count of(Kind kind) {
    return sum(slot -> slot.kind() == kind);
  }

  /** The sum of all. */
  public Count total() {
    return sum(_ -> true);
  }

  private Count sum(Predicate<Slot> which) {
    return bySlot.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Count.ZERO, Count::plus);
  }
}
