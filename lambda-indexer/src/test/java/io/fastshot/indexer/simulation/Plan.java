package io.fastshot.indexer.simulation;

import io.fastshot.indexer.simulation.Action.Content;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What kind of schedule it is: drawn once, so that some are calm and long, some short and stormy,
 * and most lack some kinds of trouble altogether.
 *
 * @param actions its length
 * @param keys number of sessions
 * @param versions different contents of each kind
 * @param changes of sessions
 * @param rebuilds calls of the rebuild function
 * @param foreignWrites of the index by others
 * @param contents kinds of files
 * @param work probability that a handler goes on, rather than something else happens
 * @param stay probability that it is the same as before
 * @param crash probability that it dies there
 * @param duplicates whether messages come twice
 * @param troubles what goes wrong with requests
 */
record Plan(
    int actions,
    int keys,
    int versions,
    int changes,
    int rebuilds,
    int foreignWrites,
    List<Content> contents,
    double work,
    double stay,
    double crash,
    boolean duplicates,
    Set<Trouble> troubles) {

  private static final double MOST_CRASHES = 0.04;

  static Plan draw(SplittableRandom random) {
    List<Content> contents = new ArrayList<>(List.of(Content.PLAIN, Content.PICTURE));
    if (random.nextBoolean()) {
      contents.addAll(List.of(Content.GARBAGE, Content.EMPTY, Content.CUT_OFF));
    }
    if (random.nextInt(10) == 0) {
      contents.add(Content.LONG);
    }
    Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    for (Trouble trouble : Trouble.values()) {
      if (random.nextInt(3) != 0) {
        troubles.add(trouble);
      }
    }
    return new Plan(
        random.nextInt(80, 260),
        random.nextInt(1, SessionFiles.count() + 1),
        random.nextInt(1, 4),
        random.nextInt(2, 11),
        random.nextInt(8) != 0 ? random.nextInt(2, 6) : 0,
        random.nextBoolean() ? random.nextInt(1, 3) : 0,
        contents,
        0.5 + random.nextDouble() * 0.4,
        random.nextDouble(),
        random.nextInt(3) != 0 ? random.nextDouble() * MOST_CRASHES : 0,
        random.nextInt(3) != 0,
        troubles);
  }
}
