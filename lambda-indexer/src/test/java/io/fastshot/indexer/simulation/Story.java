package io.fastshot.indexer.simulation;

import io.fastshot.store.Verb;

/** Tells what happens in a schedule, request by request, for a person. */
final class Story {
  private Story() {}

  /** The story up to the violation, the way to rest included. */
  static String of(Trace trace) {
    StringBuilder story = new StringBuilder();
    World world = new World(trace.seed());
    world.listen(action -> story.append(line(world, action)));
    try {
      trace.actions().forEach(action -> world.perform(action));
      story.append("  -- nothing goes wrong from here on --\n");
      new Finale(world).run();
      story.append("  and all is well\n");
    } catch (Violation violation) {
      story.append("  ").append(violation.getMessage()).append('\n');
    } finally {
      world.close();
    }
    return story.toString();
  }

  private static String line(World world, Action action) {
    String what = Trace.line(action);
    if (action instanceof Action.Step(String task, Trouble _)) {
      Actor actor = world.actor(task);
      what += actor == null ? ": (has ended)" : ": " + words(actor.pending());
    }
    return "%5d  %s%n".formatted(world.step(), what);
  }

  private static String words(Pending pending) {
    return switch (pending) {
      case Pending.Request(Verb verb, String key, boolean conditional) ->
          verb + " " + key + (conditional ? " if unchanged" : "");
      case Pending.Send(int messages) -> "sends " + messages + " messages";
      case Pending.Sleep(var until) -> "sleeps until " + until;
      case Pending.Answer _ -> "answers";
    };
  }
}
