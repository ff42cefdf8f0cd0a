package io.fastshot.indexer.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Brings a world to rest: nothing goes wrong any more, and what is queued is worked off. */
final class Calm {

  /** Far above what any schedule needs: whoever comes here goes round in circles. */
  private static final int MOST_ACTIONS = 5_000;

  private final World world;
  private int tasks;
  private int actions;

  Calm(World world) {
    this.world = world;
  }

  /** Works off everything but the writes that are still under way. */
  void drain() {
    while (advance()) {
      if (++actions > MOST_ACTIONS) {
        throw new Violation("end", "the queue is never empty");
      }
    }
  }

  private boolean advance() {
    List<Actor> actors = world.actors();
    if (!actors.isEmpty()) {
      return world.perform(new Action.Step(actors.getFirst().name, Trouble.NONE));
    }
    List<String> events = world.outside().eventsUnderWay();
    if (!events.isEmpty()) {
      return world.perform(new Action.Arrive(events.getFirst(), events.getFirst()));
    }
    List<String> visible =
        world.queue().visible(world.now()).stream().map(message -> message.name).toList();
    if (!visible.isEmpty()) {
      return world.perform(new Action.Deliver("calm" + tasks++, visible));
    }
    Instant next = world.queue().nextVisible(world.now());
    return next != null && world.perform(new Action.Pass(Duration.between(world.now(), next)));
  }

  /** Lets every write that is under way reach the store. */
  void landAll() {
    for (String write : world.lateWrites()) {
      boolean _ = world.perform(new Action.Land(write));
    }
  }

  /** Calls the rebuild function, alone, and works off what it sends. */
  String rebuild(String request) {
    String task = "calm" + tasks++;
    boolean _ = world.perform(new Action.Rebuild(task, request));
    drain();
    return String.valueOf(world.answer(task));
  }
}
