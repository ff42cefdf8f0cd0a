package io.fastshot.indexer.exhaustive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Visits every state that a scenario can reach, breadth first, so that what it finds is found by a
 * shortest way. Exact: states are compared whole, not by a hash.
 */
final class Exploration {
  private static final int NONE = -1;
  private static final int PROGRESS = 1 << 19;

  /** What counts as broken. */
  enum Judged {
    /** I1 to I3 at every step, I4 at every end. */
    EVERY_STEP,
    /** I4 alone: what a user would see in the end. */
    OUTCOME
  }

  /**
   * What was found.
   *
   * @param states that were visited
   * @param nodes of the handlers' trees: runs of a real handler
   * @param documents different versions of the index
   * @param broken the promise that is broken; null if all hold
   * @param way to it, one line for each step
   */
  record Result(
      int states,
      long steps,
      int nodes,
      int runs,
      int documents,
      @Nullable String broken,
      List<String> way) {}

  private final Steps steps;
  private final Promises promises;
  private final Judged judged;
  private long[] states = new long[3 << 12];
  private int[] parents = new int[1 << 12];
  private int[] slots = filled(1 << 13);
  private int size;
  private long taken;
  private int expanded;
  private final List<Integer> layers;

  private Exploration(Scenario scenario, Judged judged) {
    this.steps = new Steps(scenario);
    this.promises = new Promises(scenario, steps);
    this.judged = judged;
    this.layers = layers(scenario);
  }

  /** What can be left of the faults, more before less. */
  private static List<Integer> layers(Scenario scenario) {
    List<Integer> layers = new ArrayList<>();
    for (int crashes = scenario.crashes(); crashes >= 0; crashes--) {
      for (int losses = scenario.losses(); losses >= 0; losses--) {
        layers.add(Bucket.pair(crashes, losses));
      }
    }
    return layers;
  }

  private static int[] filled(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, NONE);
    return slots;
  }

  /**
   * Explores a scenario up to the first broken promise.
   *
   * @param mostStates where it gives up
   * @throws IllegalStateException if there are more states
   */
  static Result of(Scenario scenario, Judged judged, int mostStates) {
    return new Exploration(scenario, judged).run(mostStates);
  }

  private Result run(int mostStates) {
    add(steps.first(), NONE);
    for (int faults : layers) {
      for (int at = 0; at < size; at++) {
        State state = state(at);
        if (state.faults() == faults && !isCovered(state)) {
          Result broken = expand(at, state);
          if (broken != null) {
            return broken;
          }
        }
      }
      if (size > mostStates) {
        throw new IllegalStateException("more than " + mostStates + " states");
      }
    }
    return result(null, List.of());
  }

  private @Nullable Result expand(int at, State state) {
    String wrong = promises.wrongAtTheEnd(state);
    if (wrong != null) {
      return result(wrong, way(at));
    }
    Found found = new Found(at);
    steps.expand(state, found);
    expanded++;
    if (expanded % PROGRESS == 0) {
      System.out.printf("exploring: %,d of %,d states so far%n", expanded, size);
    }
    if (found.broken != null && judged == Judged.EVERY_STEP) {
      return result(found.broken, way(at));
    }
    return null;
  }

  /** Whether the same state with more faults left was visited: all that can follow, follows it. */
  private boolean isCovered(State state) {
    for (int faults : layers) {
      if (Bucket.covers(faults, state.faults()) && isVisited(state.withFaults(faults))) {
        return true;
      }
    }
    return false;
  }

  private boolean isVisited(State state) {
    return slots[slot(state.first(), state.second(), state.third())] != NONE;
  }

  private Result result(@Nullable String broken, List<String> way) {
    return new Result(
        expanded,
        taken,
        steps.programs.size(),
        steps.programs.runs(),
        steps.documents.size(),
        broken,
        way);
  }

  private final class Found implements Steps.Sink {
    private final int from;
    private @Nullable String broken;

    Found(int from) {
      this.from = from;
    }

    @Override
    public void to(State next, String what, int node) {
      taken++;
      if (!isCovered(next)) {
        add(next, from);
      }
    }

    @Override
    public void broken(String promise) {
      broken = promise;
    }
  }

  private State state(int at) {
    return State.of(states[3 * at], states[3 * at + 1], states[3 * at + 2]);
  }

  private void add(State state, int parent) {
    long first = state.first();
    long second = state.second();
    long third = state.third();
    int slot = slot(first, second, third);
    if (slots[slot] != NONE) {
      return;
    }
    if (size == parents.length) {
      states = Arrays.copyOf(states, 2 * states.length);
      parents = Arrays.copyOf(parents, 2 * parents.length);
    }
    states[3 * size] = first;
    states[3 * size + 1] = second;
    states[3 * size + 2] = third;
    parents[size] = parent;
    slots[slot] = size++;
    if (2 * size >= slots.length) {
      rehash();
    }
  }

  private int slot(long first, long second, long third) {
    int mask = slots.length - 1;
    int slot = hash(first, second, third) & mask;
    while (slots[slot] != NONE && !isAt(slots[slot], first, second, third)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int hash(long first, long second, long third) {
    return Mix.of(first * 31 + second * 0x9e3779b97f4a7c15L + third * 0xc2b2ae3d27d4eb4fL);
  }

  private boolean isAt(int at, long first, long second, long third) {
    return states[3 * at] == first && states[3 * at + 1] == second && states[3 * at + 2] == third;
  }

  private void rehash() {
    slots = filled(2 * slots.length);
    for (int at = 0; at < size; at++) {
      slots[slot(states[3 * at], states[3 * at + 1], states[3 * at + 2])] = at;
    }
  }

  private List<String> way(int end) {
    List<String> way = new ArrayList<>();
    for (int at = end; parents[at] != NONE; at = parents[at]) {
      way.add(step(state(parents[at]), state(at)));
    }
    return way.reversed();
  }

  private String step(State from, State to) {
    List<String> matching = new ArrayList<>();
    steps.expand(
        from,
        new Steps.Sink() {
          @Override
          public void to(State next, String what, int node) {
            if (next.equals(to)) {
              matching.add(node < 0 ? what : described(what, node));
            }
          }

          @Override
          public void broken(String promise) {}
        });
    return matching.getFirst();
  }

  private String described(String what, int node) {
    Programs.Node at = steps.programs.node(node);
    String who =
        switch (at.invocation()) {
          case Invocation.OfRebuild _ -> "rebuild";
          case Invocation.OfIndexer(var messages) -> "handler of " + messages;
        };
    return who + " " + what + " " + at.call();
  }
}
