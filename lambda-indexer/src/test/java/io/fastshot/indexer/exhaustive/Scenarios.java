package io.fastshot.indexer.exhaustive;

import io.fastshot.indexer.exhaustive.Scenario.Detail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scenarios that are explored. */
public final class Scenarios {
  private Scenarios() {}

  static final int MOST_STATES = 100_000_000;

  private static final String CHANGES = "a1 b1 a0 a2";

  /** Small ones, in the order of their size: each mistake that we know shows in one of them. */
  static List<Scenario> small() {
    return List.of(
        scenario("a1 a0 b1", false, 0, 0),
        scenario("a1 a0 a1", false, 0, 0),
        scenario("a1", false, 1, 1),
        scenario("a1 a0", false, 1, 1),
        scenario("a1 a0", false, 1, 1).withSecondLooks(),
        scenario("a1 a0 a1", false, 0, 0).withSecondLooks(),
        scenario("a1 b1", true, 0, 0),
        scenario("a1 b1", true, 0, 0).withSecondLooks());
  }

  /** Two handlers, a rebuild, four changes, a crash, a lost answer. */
  static Scenario full() {
    return rows(CHANGES, Scenario.KEYS, 1, 1);
  }

  private static Scenario rows(String changes, @Nullable String rebuild, int crashes, int losses) {
    return new Scenario(
        changes + (rebuild != null ? " with a rebuild of both" : "") + ", rows",
        Scenario.changes(changes),
        rebuild,
        crashes,
        losses,
        Detail.ROWS,
        false,
        false);
  }

  private static Scenario scenario(String changes, boolean rebuild, int crashes, int losses) {
    return new Scenario(
        changes + (rebuild ? " with a rebuild" : ""),
        Scenario.changes(changes),
        rebuild ? Scenario.ALL : null,
        crashes,
        losses,
        Detail.EVERY_REQUEST,
        false,
        false);
  }

  /**
   * Explores the small scenarios until a promise is broken. Only types of the JDK, so that it can
   * be called across class loaders.
   *
   * @param outcomesOnly whether only I4 counts: what a user would see in the end
   * @param typedEvents whether events tell truly what happened
   * @return states that were visited in all, then, if a promise was broken, the scenario, the
   *     promise, and the way to it
   */
  public static List<String> explore(boolean outcomesOnly, boolean typedEvents) {
    Exploration.Judged judged =
        outcomesOnly ? Exploration.Judged.OUTCOME : Exploration.Judged.EVERY_STEP;
    long states = 0;
    for (Scenario scenario : small()) {
      Exploration.Result result =
          Exploration.of(typedEvents ? scenario.withTypedEvents() : scenario, judged, MOST_STATES);
      states += result.states();
      String broken = result.broken();
      if (broken != null) {
        List<String> found = new ArrayList<>();
        found.add(Long.toString(states));
        found.add(scenario.name());
        found.add(broken);
        found.addAll(result.way());
        return found;
      }
    }
    return List.of(Long.toString(states));
  }
}
