package io.fastshot.indexer.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a failing schedule short: takes actions out, in ever smaller pieces, and troubles away, as
 * long as the same promise is broken.
 *
 * @see <a href="https://www.st.cs.uni-saarland.de/papers/tse2002/">Zeller and Hildebrandt,
 *     Simplifying and isolating failure-inducing input</a>
 */
final class Shrinker {

  /** A failing test may take some seconds longer, not minutes. */
  private static final int MOST_RUNS = 3_000;

  private final Predicate<List<Action>> stillFails;
  private int runs;

  private Shrinker(Predicate<List<Action>> stillFails) {
    this.stillFails = stillFails;
  }

  /** The shortest schedule that was found to break the same promise. */
  static Trace shrink(Trace trace, Violation violation, Flaw flaw) {
    Shrinker shrinker =
        new Shrinker(actions -> {
          var outcome = Simulation.replay(new Trace(trace.seed(), actions), flaw);
          Violation again = outcome.violation();
          return again != null && again.promise().equals(violation.promise());
        });
    return new Trace(trace.seed(), shrinker.shortest(trace.actions()));
  }

  private List<Action> shortest(List<Action> actions) {
    List<Action> best = actions;
    int before;
    do {
      before = best.size();
      for (int piece = Math.max(1, best.size() / 2); piece > 0; piece /= 2) {
        best = without(best, piece);
      }
      best = calmed(best);
    } while (best.size() < before && runs < MOST_RUNS);
    return best;
  }

  /** Takes out pieces of that length, the last ones first: they matter least. */
  private List<Action> without(List<Action> actions, int piece) {
    List<Action> best = actions;
    for (int end = best.size(); end > 0; end = Math.min(end - piece, best.size())) {
      List<Action> shorter = new ArrayList<>(best.subList(0, Math.max(0, end - piece)));
      shorter.addAll(best.subList(end, best.size()));
      if (fails(shorter)) {
        best = shorter;
      }
    }
    return best;
  }

  private List<Action> calmed(List<Action> actions) {
    List<Action> best = actions;
    for (int i = 0; i < best.size(); i++) {
      if (best.get(i) instanceof Action.Step(String task, Trouble trouble)
          && trouble != Trouble.NONE) {
        List<Action> calmer = new ArrayList<>(best);
        calmer.set(i, new Action.Step(task, Trouble.NONE));
        if (fails(calmer)) {
          best = calmer;
        }
      }
    }
    return best;
  }

  private boolean fails(List<Action> actions) {
    return ++runs <= MOST_RUNS && stillFails.test(actions);
  }
}
