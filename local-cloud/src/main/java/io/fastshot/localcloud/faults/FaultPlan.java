package io.fastshot.localcloud.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a local cloud does wrong on purpose.
 *
 * <p>Its text form, for {@code --faults}, is a list of {@code name=value} parted by commas, each
 * name at most once, in any order; an empty text is no fault:
 *
 * <pre>
 * lost=P        an S3 write is applied, its answer is dropped with the connection (P: 0 to 1)
 * 503=P         a request is answered 503 SlowDown and not applied (P: 0 to 1)
 * duplicate=N   each event is delivered N times (1 to 100)
 * reorder=P     an event is put before one that waits already (P: 0 to 1)
 * seed=S        of the random numbers that decide (an integer)
 * clock=M       its clock is M minutes ahead, as a client sees it whose own is M minutes slow
 *               (an integer; negative: behind)
 * quirks=A+B    it differs from a plain bucket of AWS S3; see {@link Quirk#word}
 * </pre>
 *
 * <p>Example: {@code lost=0.02,503=0.05,duplicate=5,reorder=1,seed=7}. Requests of the local
 * cloud's own functions meet the faults too.
 *
 * @param lostAnswers probability of a lost answer to a write; 0 to 1
 * @param unavailable probability of a 503; 0 to 1
 * @param duplicates how many times an event is delivered; 1 to 100
 * @param reorder probability that an event overtakes another; 0 to 1
 * @param seed of the random numbers
 * @param quirks how it differs from a plain bucket of AWS S3
 * @param clock how far its clock is ahead; 1,000 days at most, ahead or behind
 */
public record FaultPlan(
    double lostAnswers,
    double unavailable,
    int duplicates,
    double reorder,
    long seed,
    Set<Quirk> quirks,
    Duration clock) {

  private static final Duration FARTHEST = Duration.ofDays(1_000);

  public FaultPlan {
    quirks = Set.copyOf(quirks);
    requireProbability("lost", lostAnswers);
    requireProbability("503", unavailable);
    requireProbability("reorder", reorder);
    if (clock.abs().compareTo(FARTHEST) > 0) {
      throw new IllegalArgumentException("a clock is at most 1,000 days off: " + clock);
    }
    if (duplicates < 1 || duplicates > 100) {
      throw new IllegalArgumentException("duplicate is 1 to 100: " + duplicates);
    }
  }

  /** Nothing goes wrong. */
  public static FaultPlan none() {
    return new FaultPlan(0, 0, 1, 0, 1, Set.of(), Duration.ZERO);
  }

  /**
   * The plan of a text.
   *
   * @throws IllegalArgumentException if the text is not of the form above; the message is for a
   *     person
   */
  public static FaultPlan parse(String text) {
    FaultPlan plan = none();
    Set<String> seen = new HashSet<>();
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? "" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      if (!seen.add(name)) {
        throw new IllegalArgumentException("given twice in the fault plan: " + name);
      }
      plan = plan.with(name, part.substring(equals + 1).strip());
    }
    return plan;
  }

  private FaultPlan with(String name, String value) {
    try {
      return switch (name) {
        case "lost" -> withLost(Double.parseDouble(value));
        case "503" -> withUnavailable(Double.parseDouble(value));
        case "duplicate" -> withDuplicates(Integer.parseInt(value));
        case "reorder" -> withReorder(Double.parseDouble(value));
        case "seed" -> withSeed(Long.parseLong(value));
        case "clock" -> withClock(Duration.ofMinutes(Integer.parseInt(value)));
        case "quirks" -> withQuirks(Quirk.parse(value));
        default ->
            throw new IllegalArgumentException(
                "not a fault: \""
                    + name
                    + "\"; there are lost=P, 503=P, duplicate=N, reorder=P, seed=S, clock=M,"
                    + " quirks=A+B");
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " needs a number, not \"" + value + "\"", e);
    }
  }

  private FaultPlan withLost(double value) {
    return new FaultPlan(value, unavailable, duplicates, reorder, seed, quirks, clock);
  }

  private FaultPlan withUnavailable(double value) {
    return new FaultPlan(lostAnswers, value, duplicates, reorder, seed, quirks, clock);
  }

  private FaultPlan withDuplicates(int value) {
    return new FaultPlan(lostAnswers, unavailable, value, reorder, seed, quirks, clock);
  }

  private FaultPlan withReorder(double value) {
    return new FaultPlan(lostAnswers, unavailable, duplicates, value, seed, quirks, clock);
  }

  private FaultPlan withSeed(long value) {
    return new FaultPlan(lostAnswers, unavailable, duplicates, reorder, value, quirks, clock);
  }

  private FaultPlan withQuirks(Set<Quirk> value) {
    return new FaultPlan(lostAnswers, unavailable, duplicates, reorder, seed, value, clock);
  }

  private FaultPlan withClock(Duration value) {
    return new FaultPlan(lostAnswers, unavailable, duplicates, reorder, seed, quirks, value);
  }

  /** The time as the store has it. */
  public InstantSource time() {
    return Clock.offset(Clock.systemUTC(), clock);
  }

  private static void requireProbability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is a probability, 0 to 1: " + value);
    }
  }
}
