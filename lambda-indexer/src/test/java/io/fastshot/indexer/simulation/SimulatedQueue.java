package io.fastshot.indexer.simulation;

import io.fastshot.model.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A standard queue of SQS with the settings of the deployed one: at least once, in any order, a
 * visibility timeout of six times the function's, five deliveries, then the dead letters.
 */
final class SimulatedQueue {
  static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(60);
  static final Duration VISIBILITY = FUNCTION_TIMEOUT.multipliedBy(6);
  static final int MAX_RECEIVES = 5;

  /** A message in the queue. */
  static final class Message {
    final String name;
    final String body;
    final List<SessionId> keys;
    final @Nullable String rebuild;
    private int receives;
    private Instant visibleAt = Instant.MIN;

    /**
     * @param keys the sessions that it names
     * @param rebuild the rebuild that it is a part of; null if none
     */
    Message(String name, String body, List<SessionId> keys, @Nullable String rebuild) {
      this.name = name;
      this.body = body;
      this.keys = keys;
      this.rebuild = rebuild;
    }

    int receives() {
      return receives;
    }
  }

  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private final List<Message> deadLetters = new ArrayList<>();

  void add(Message message) {
    names.add(message.name);
    messages.put(message.name, message);
  }

  /** Whether there is, or was, a message of that name. */
  boolean knows(String name) {
    return names.contains(name);
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  List<Message> deadLetters() {
    return deadLetters;
  }

  /** Those that can be received now; those that were received too often go to the dead letters. */
  List<Message> visible(Instant now) {
    List<Message> visible = new ArrayList<>();
    for (Message message : List.copyOf(messages.values())) {
      if (message.visibleAt.isAfter(now)) {
        continue;
      }
      if (message.receives >= MAX_RECEIVES) {
        messages.remove(message.name);
        deadLetters.add(message);
      } else {
        visible.add(message);
      }
    }
    return visible;
  }

  /** Those that are being worked on, or wait for their timeout. */
  List<Message> hidden(Instant now) {
    return messages.values().stream().filter(message -> message.visibleAt.isAfter(now)).toList();
  }

  /** When the next hidden message becomes visible; null if none is hidden. */
  @Nullable Instant nextVisible(Instant now) {
    return hidden(now).stream()
        .map(message -> message.visibleAt)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** Hands messages out; those that are not visible are left out. */
  List<Message> receive(List<String> names, Instant now) {
    List<Message> received =
        visible(now).stream().filter(message -> names.contains(message.name)).toList();
    for (Message message : received) {
      message.receives++;
      message.visibleAt = now.plus(VISIBILITY);
    }
    return received;
  }

  /** Makes a hidden message visible, while somebody may still work on it. */
  boolean redeliver(String name, Instant now) {
    Message message = messages.get(name);
    if (message == null || !message.visibleAt.isAfter(now)) {
      return false;
    }
    message.visibleAt = now;
    return true;
  }

  /** A message was handled. */
  void acknowledge(Message message) {
    messages.remove(message.name);
  }
}
