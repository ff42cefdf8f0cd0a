package io.fastshot.client.indexing;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.indexer.queue.NominationQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The indexer's queue where indexer and sender are one process: in memory, as a check finds again
 * whatever it loses. A message that failed comes back behind the others, a few times.
 *
 * <p>Not safe for several threads.
 */
final class LocalQueue implements NominationQueue {
  /** As the queue on AWS: after so many deliveries a message is given up. */
  static final int MAX_RECEIVES = 5;

  /** What was sent, and how often it was delivered. */
  private record Message(String id, String body, int receives) {}

  private final Deque<Message> waiting = new ArrayDeque<>();
  private final List<Message> delivered = new ArrayList<>();
  private long sent;

  @Override
  public void send(List<String> bodies) {
    for (String body : bodies) {
      waiting.add(new Message("m" + sent++, body, 0));
    }
  }

  /** Drops what waits. */
  void clear() {
    waiting.clear();
  }

  /** How many messages wait. */
  int size() {
    return waiting.size();
  }

  /** Takes a batch, which must be settled before the next one. */
  SQSEvent receive(int atMost) {
    List<SQSEvent.SQSMessage> batch = new ArrayList<>();
    while (!waiting.isEmpty() && batch.size() < atMost) {
      Message message = waiting.removeFirst();
      delivered.add(message);
      SQSEvent.SQSMessage event = new SQSEvent.SQSMessage();
      event.setMessageId(message.id());
      event.setBody(message.body());
      batch.add(event);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(batch);
    return event;
  }

  /**
   * Ends the batch.
   *
   * @param failed ids of messages that come back
   * @return how many of them were given up
   */
  int settle(Set<String> failed) {
    int dead = 0;
    for (Message message : delivered) {
      if (!failed.contains(message.id())) {
        continue;
      }
      if (message.receives() + 1 >= MAX_RECEIVES) {
        dead++;
      } else {
        waiting.add(new Message(message.id(), message.body(), message.receives() + 1));
      }
    }
    delivered.clear();
    return dead;
  }
}
