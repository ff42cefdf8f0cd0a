package io.fastshot.indexer.exhaustive;

import io.fastshot.indexer.run.CommitPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may happen in an exploration, in every order.
 *
 * @param name for the report
 * @param changes of the bucket, in this order, each with its event
 * @param rebuild the request of the one rebuild; null for none
 * @param crashes how many handlers may die
 * @param losses how many answers may be lost: not applied, applied, or (a write of the index)
 *     applied at any later time; or an answer 403 to the read of a session
 * @param detail how finely the handlers are stepped
 * @param typedEvents whether events tell what happened, truly; the real code does not look at it
 * @param looksAgain whether handlers look before each write whether their base is still the newest
 */
record Scenario(
    String name,
    List<Change> changes,
    @Nullable String rebuild,
    int crashes,
    int losses,
    Detail detail,
    boolean typedEvents,
    boolean looksAgain) {

  /** The rebuild that reads everything. */
  static final String ALL = "{\"mode\":\"all\"}";

  /** The rebuild that reads both sessions, whatever a listing says. */
  static final String KEYS = "{\"mode\":\"keys\",\"keys\":[\"a.fastshot\",\"b.fastshot\"]}";

  /** Most changes; a state has three bits for their number. */
  private static final int MOST_CHANGES = 7;

  /** Most crashes and losses; a state has two bits for each number. */
  private static final int MOST_FAULTS = 3;

  /** How finely handlers are stepped. */
  enum Detail {

    /** At every request. A listing tells what is there. */
    EVERY_REQUEST,

    /**
     * For the rows alone. A meta index is written at once with the observation before it, and
     * nothing is noted of it: no row is made of one here. Listings come at once with the GET of the
     * index before them, and may tell anything, so that they need not come when they are true: all
     * that is done with one is that sessions are nominated.
     */
    ROWS
  }

  /**
   * A client puts a session or deletes it.
   *
   * @param key 0 or 1
   * @param value which content; 0 for none
   */
  record Change(int key, int value) {}

  Scenario {
    changes = List.copyOf(changes);
    if (changes.size() > MOST_CHANGES || crashes > MOST_FAULTS || losses > MOST_FAULTS) {
      throw new IllegalArgumentException("more than a state has bits for: " + name);
    }
  }

  /** From words such as {@code "a1 b1 a0 a2"}: session and content. */
  static List<Change> changes(String words) {
    return List.of(words.split(" ", -1)).stream()
        .map(word -> new Change(word.charAt(0) - 'a', word.charAt(1) - '0'))
        .toList();
  }

  @Override
  public String toString() {
    return "%s, crashes: %d, lost answers: %d".formatted(name, crashes, losses);
  }

  Scenario withTypedEvents() {
    return new Scenario(name, changes, rebuild, crashes, losses, detail, true, looksAgain);
  }

  Scenario withSecondLooks() {
    return new Scenario(
        name + ", looking again", changes, rebuild, crashes, losses, detail, typedEvents, true);
  }

  /** What the handlers are told of it. */
  CommitPolicy policy() {
    CommitPolicy usual = CommitPolicy.DEFAULT;
    return looksAgain ? usual.lookingAgainAfter(Duration.ZERO) : usual;
  }
}
