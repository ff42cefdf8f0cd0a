package io.fastshot.indexer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.store.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The faults that the local cloud is told to make by {@code lost=0.02,503=0.05,duplicate=5,
 * reorder=1}: five deliveries of a message must be enough, or a session waits for the next check.
 */
class HeavyFaultsTest {
  private static final int RUNS = 20;
  private static final int COPIES = 5;
  private static final int BATCH = 100;
  private static final int HANDLERS = 2;
  private static final double THROTTLED = 0.05;
  private static final double LOST = 0.02;

  @Test
  void eventsOf37SessionsNeedNoDeadLetters() {
    assertThat(deadLetters(37, COPIES, false)).isEmpty();
  }

  @Test
  void aRebuildOf200SessionsNeedsNoDeadLetters() {
    assertThat(deadLetters(200, 1, true)).isEmpty();
  }

  private static List<String> deadLetters(int sessions, int copies, boolean rebuild) {
    List<String> dead = new ArrayList<>();
    for (int run = 0; run < (rebuild ? RUNS / 4 : RUNS); run++) {
      World world = new World(run);
      try {
        begin(world, sessions, copies, run, rebuild);
        drain(world, new Random(run));
        for (SimulatedQueue.Message message : world.queue().deadLetters()) {
          dead.add("run " + run + ": " + message.name + ", " + message.keys.size() + " sessions");
        }
      } finally {
        world.close();
      }
    }
    return dead;
  }

  private static void begin(World world, int sessions, int copies, int run, boolean rebuild) {
    List<Action> arrivals = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      boolean _ = world.perform(new Action.Change("e" + i, i, Action.Content.PLAIN, 1));
      for (int copy = 0; copy < copies; copy++) {
        arrivals.add(new Action.Arrive("e" + i, "m" + i + "." + copy));
      }
    }
    Collections.shuffle(arrivals, new Random(run));
    arrivals.forEach(arrival -> world.perform(arrival));
    if (rebuild) {
      boolean _ = world.perform(new Action.Rebuild("rebuild", "{\"mode\":\"all\"}"));
    }
  }

  private static void drain(World world, Random random) {
    for (int handlers = 0; ; ) {
      List<Actor> actors = world.actors();
      List<String> visible =
          new ArrayList<>(
              world.queue().visible(world.now()).stream().map(message -> message.name).toList());
      Instant next = world.queue().nextVisible(world.now());
      if (actors.size() < HANDLERS && !visible.isEmpty()) {
        Collections.shuffle(visible, random);
        List<String> batch = visible.subList(0, Math.min(BATCH, visible.size()));
        boolean _ = world.perform(new Action.Deliver("h" + handlers++, batch));
      } else if (!actors.isEmpty()) {
        Actor actor = actors.get(random.nextInt(actors.size()));
        boolean _ = world.perform(new Action.Step(actor.name, trouble(actor, random)));
      } else if (next != null) {
        Duration wait = Duration.between(world.now(), next);
        boolean _ = world.perform(new Action.Pass(wait));
      } else {
        return;
      }
    }
  }

  /** Of writes only: the SDK tries reads again by itself. */
  private static Trouble trouble(Actor actor, Random random) {
    double draw = random.nextDouble();
    if (!(actor.pending() instanceof Pending.Request(Verb verb, String _, boolean _))
        || !verb.isWrite()
        || draw >= THROTTLED + LOST) {
      return Trouble.NONE;
    }
    return draw < THROTTLED ? Trouble.THROTTLED : Trouble.LOST_ANSWER;
  }
}
