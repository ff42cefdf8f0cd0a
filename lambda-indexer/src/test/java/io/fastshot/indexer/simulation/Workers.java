package io.fastshot.indexer.simulation;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.indexer.IndexerHandler;
import io.fastshot.indexer.RebuildHandler;
import io.fastshot.indexer.TestContext;
import io.fastshot.indexer.queue.QueueException;
import io.fastshot.indexer.run.Indexing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes the actors of a world: the real handlers, and readers. */
final class Workers {
  private final World world;
  private final long seed;
  private final Flaw flaw;

  Workers(World world, long seed, Flaw flaw) {
    this.world = world;
    this.seed = seed;
    this.flaw = flaw;
  }

  /** The indexer's function, called with a batch. */
  Actor indexer(String name, List<SimulatedQueue.Message> received) {
    return new Actor(
        Actor.Kind.INDEXER,
        name,
        world,
        received,
        actor -> {
          var response =
              new IndexerHandler(indexing(actor)).handleRequest(batch(received), context());
          if (actor.await(new Pending.Answer()) == Trouble.NONE) {
            acknowledge(actor, response);
          }
        });
  }

  private void acknowledge(Actor actor, SQSBatchResponse response) {
    Set<String> failed = new HashSet<>();
    response.getBatchItemFailures().forEach(failure -> failed.add(failure.getItemIdentifier()));
    for (SimulatedQueue.Message message : actor.messages) {
      if (!failed.contains(message.name)) {
        world.history().acknowledged(message, actor);
        world.queue().acknowledge(message);
      }
    }
  }

  private static SQSEvent batch(List<SimulatedQueue.Message> received) {
    List<SQSEvent.SQSMessage> records = new ArrayList<>();
    for (SimulatedQueue.Message message : received) {
      SQSEvent.SQSMessage sqs = new SQSEvent.SQSMessage();
      sqs.setMessageId(message.name);
      sqs.setBody(message.body);
      records.add(sqs);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(records);
    return event;
  }

  /** The rebuild function, called with a request. */
  Actor rebuild(String name, String request) {
    return new Actor(
        Actor.Kind.REBUILD,
        name,
        world,
        List.of(),
        actor -> {
          RebuildHandler handler = new RebuildHandler(indexing(actor));
          ByteArrayOutputStream answer = new ByteArrayOutputStream();
          try {
            byte[] json = request.getBytes(StandardCharsets.UTF_8);
            handler.handleRequest(new ByteArrayInputStream(json), answer, context());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          world.rebuildAnswered(name, answer.toString(StandardCharsets.UTF_8));
        });
  }

  /** A client that refreshes its list a few times. */
  Actor reader(String name) {
    return new Actor(
        Actor.Kind.READER,
        name,
        world,
        List.of(),
        actor -> new Reader(world, new SteppedStore(world, actor)).run());
  }

  private static TestContext context() {
    return new TestContext(Math.toIntExact(SimulatedQueue.FUNCTION_TIMEOUT.toMillis()));
  }

  private Indexing indexing(Actor actor) {
    SplittableRandom random = new SplittableRandom(seed * 31 + actor.name.hashCode());
    return new Indexing(
        flaw.in(new SteppedStore(world, actor), world.layout()),
        bodies -> send(actor, bodies),
        World.CONFIG,
        world::now,
        random,
        time -> actor.await(new Pending.Sleep(world.now().plus(time))),
        new AnyOrder(random));
  }

  private void send(Actor actor, List<String> bodies) {
    Trouble trouble = actor.await(new Pending.Send(bodies.size()));
    // A queue that refuses in the middle has taken the first messages.
    int taken = trouble == Trouble.THROTTLED ? bodies.size() / 2 : bodies.size();
    for (int i = 0; i < taken; i++) {
      world.queue().add(Messages.ours(actor.requestName() + "/" + i, bodies.get(i)));
    }
    switch (trouble) {
      case CRASH_AFTER -> throw new SteppedTask.Killed();
      case THROTTLED, LOST_ANSWER ->
          throw new QueueException("the queue did not answer (simulated)", null);
      default -> {}
    }
  }
}
