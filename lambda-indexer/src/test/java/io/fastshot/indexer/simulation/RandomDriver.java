package io.fastshot.indexer.simulation;

import io.fastshot.indexer.simulation.Action.Content;
import io.fastshot.indexer.simulation.Action.ForeignWrite;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Chooses what happens next in a world, all from one seed. */
final class RandomDriver {
  private static final int MOST_HANDLERS = 3;
  private static final int MOST_PASSES = 8;

  private static final List<Duration> SHORT_TIMES =
      List.of(Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(10));
  private static final List<Duration> LONG_TIMES =
      List.of(Duration.ofMinutes(6), Duration.ofMinutes(16), Duration.ofMinutes(60));

  private static final Duration LONGEST_SHORT_TIME = SHORT_TIMES.getLast();
  private static final List<ForeignWrite> FOREIGN_WRITES = List.of(ForeignWrite.values());

  private final World world;
  private final SplittableRandom random;
  private final Plan plan;
  private int actions;
  private int names;
  private int changes;
  private int rebuilds;
  private int foreignWrites;
  private int passes;
  private String last = "";

  RandomDriver(World world, long seed) {
    this.world = world;
    this.random = new SplittableRandom(seed);
    this.plan = Plan.draw(random);
  }

  /** The next action; null when the schedule is over. */
  @Nullable Action next() {
    if (++actions > plan.actions()) {
      return null;
    }
    List<Actor> actors = world.actors();
    if (!actors.isEmpty() && random.nextDouble() < plan.work()) {
      return work(actors);
    }
    List<Action> possible = possible(actors);
    if (possible.isEmpty()) {
      return actors.isEmpty() ? null : work(actors);
    }
    Action chosen = possible.get(random.nextInt(possible.size()));
    switch (chosen) {
      case Action.Change _ -> changes++;
      case Action.Rebuild _ -> rebuilds++;
      case Action.Foreign _ -> foreignWrites++;
      case Action.Pass(Duration time) when time.compareTo(LONGEST_SHORT_TIME) > 0 -> passes++;
      default -> {} // as often as it is possible
    }
    return chosen;
  }

  private Action work(List<Actor> actors) {
    Actor actor = world.actor(last);
    if (actor == null || random.nextDouble() > plan.stay()) {
      actor = actors.get(random.nextInt(actors.size()));
      last = actor.name;
    }
    if (actor.kind == Actor.Kind.READER) {
      return new Action.Step(actor.name, Trouble.NONE);
    }
    if (random.nextDouble() < plan.crash()) {
      return new Action.Crash(actor.name);
    }
    return new Action.Step(actor.name, trouble(actor.pending()));
  }

  private Trouble trouble(Pending pending) {
    for (Trouble trouble : plan.troubles()) {
      if (trouble.fits(pending) && random.nextDouble() < trouble.rate()) {
        return trouble;
      }
    }
    return Trouble.NONE;
  }

  /** All that can happen outside of the handlers; what is likelier stands there more than once. */
  private List<Action> possible(List<Actor> actors) {
    List<Action> possible = new ArrayList<>();
    if (changes < plan.changes()) {
      add(possible, 6, change());
    }
    List<String> underWay = world.outside().eventsUnderWay();
    if (!underWay.isEmpty()) {
      String event = pick(underWay);
      add(possible, 3, new Action.Arrive(event, event));
    }
    deliver(possible, actors);
    again(possible);
    List<String> late = world.lateWrites();
    if (!late.isEmpty()) {
      add(possible, 2, new Action.Land(pick(late)));
      add(possible, random.nextInt(5) == 0 ? 1 : 0, new Action.Lose(pick(late)));
    }
    outsiders(possible, actors);
    time(possible, actors);
    return possible;
  }

  private static void add(List<Action> possible, int weight, Action action) {
    for (int i = 0; i < weight; i++) {
      possible.add(action);
    }
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Action change() {
    Content content = random.nextInt(3) == 0 ? Content.NOTHING : pick(plan.contents());
    return new Action.Change(
        "e" + changes, random.nextInt(plan.keys()), content, random.nextInt(plan.versions()));
  }

  private void deliver(List<Action> possible, List<Actor> actors) {
    long handlers = actors.stream().filter(actor -> actor.kind == Actor.Kind.INDEXER).count();
    var visible = world.queue().visible(world.now());
    if (handlers >= MOST_HANDLERS || visible.isEmpty()) {
      return;
    }
    List<String> batch = new ArrayList<>();
    for (SimulatedQueue.Message message : visible) {
      if (random.nextInt(3) != 0) {
        batch.add(message.name);
      }
    }
    if (batch.isEmpty()) {
      batch.add(pick(visible).name);
    }
    add(possible, 4, new Action.Deliver("h" + names++, batch));
  }

  private void again(List<Action> possible) {
    if (!plan.duplicates()) {
      return;
    }
    List<String> events = world.outside().events();
    if (!events.isEmpty()) {
      possible.add(new Action.Arrive(pick(events), "d" + names++));
    }
    var hidden = world.queue().hidden(world.now());
    if (!hidden.isEmpty()) {
      possible.add(new Action.Redeliver(pick(hidden).name));
    }
  }

  private void outsiders(List<Action> possible, List<Actor> actors) {
    if (rebuilds < plan.rebuilds()) {
      boolean another = actors.stream().anyMatch(actor -> actor.kind == Actor.Kind.REBUILD);
      add(possible, another ? 6 : isRebuilding() ? 15 : 1, rebuild());
    }
    if (foreignWrites < plan.foreignWrites() && world.history().installs() > 0) {
      possible.add(new Action.Foreign(pick(FOREIGN_WRITES)));
    }
    if (actors.stream().noneMatch(actor -> actor.kind == Actor.Kind.READER)) {
      possible.add(new Action.Read("r" + names++));
    }
  }

  private boolean isRebuilding() {
    OverallIndex index = world.history().current();
    RebuildState rebuild = index == null ? null : index.rebuild();
    return rebuild != null && rebuild.isRunning();
  }

  private Action rebuild() {
    String request =
        switch (random.nextInt(isRebuilding() ? 25 : 5)) {
          case 0 -> "{\"mode\":\"all\"}";
          case 1 -> "{\"mode\":\"overall\",\"force\":true}";
          case 2 -> "{\"mode\":\"check\"}";
          case 3 -> "{\"mode\":\"all\",\"force\":true}";
          case 4 ->
              "{\"mode\":\"keys\",\"force\":true,\"keys\":[\"%s\"]}"
                  .formatted(SessionFiles.id(random.nextInt(plan.keys())).filename());
          default -> "{\"action\":\"cancel\"}";
        };
    return new Action.Rebuild("b" + names++, request);
  }

  private void time(List<Action> possible, List<Actor> actors) {
    possible.add(new Action.Pass(pick(SHORT_TIMES)));
    boolean idle = actors.stream().allMatch(actor -> actor.kind == Actor.Kind.READER);
    if (passes < MOST_PASSES && (idle || random.nextInt(10) == 0)) {
      possible.add(new Action.Pass(pick(LONG_TIMES)));
    }
  }
}
