package io.fastshot.indexer.simulation;

import java.util.EnumSet;
import java.util.Set;

/** What happened in one schedule. */
final class Tally {
  private final Set<Happening> happenings = EnumSet.noneOf(Happening.class);
  private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);

  void count(Happening happening) {
    happenings.add(happening);
  }

  void count(Trouble trouble) {
    troubles.add(trouble);
  }

  Set<Happening> happenings() {
    return happenings;
  }

  Set<Trouble> troubles() {
    return troubles;
  }
}
