package io.fastshot.integration.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.integration.runtime.RuntimeApi.Answer;
import io.fastshot.integration.runtime.SqsEvents.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feeds a function from a queue as Lambda's event source mapping does, with {@code
 * ReportBatchItemFailures}: what the function names, or the whole batch if it failed, comes back
 * until it was received five times; then it is a dead letter.
 */
final class EventSource {
  private static final int BATCH = 100;
  private static final int MOST_RECEIVES = 5;

  private final SqsServer queue;
  private final FunctionProcess indexer;
  private final List<String> deadLetters = new ArrayList<>();

  EventSource(SqsServer queue, FunctionProcess indexer) {
    this.queue = queue;
    this.indexer = indexer;
  }

  /** The bodies of messages that were given up. */
  List<String> deadLetters() {
    return deadLetters;
  }

  /** Delivers until the queue is empty. */
  void drain() throws IOException, InterruptedException {
    while (!queue.isEmpty()) {
      List<Message> batch = queue.receive(BATCH);
      settle(batch, failures(batch, indexer.invoke(SqsEvents.event(batch))));
    }
  }

  private void settle(List<Message> batch, Set<String> failed) {
    for (Message message : batch) {
      if (failed.contains(message.id())) {
        if (message.receives() < MOST_RECEIVES) {
          queue.bringBack(message);
        } else {
          deadLetters.add(message.body());
        }
      }
    }
  }

  private static Set<String> failures(List<Message> batch, Answer answer) {
    Set<String> all = batch.stream().map(Message::id).collect(Collectors.toSet());
    if (!(answer instanceof Answer.Returned(String json))) {
      return all;
    }
    Set<String> named = named(json);
    assertThat(all).as("the messages of the batch").containsAll(named);
    return named;
  }

  /** The messages that an answer names. */
  static Set<String> named(String json) {
    JsonNode failures = JsonMapper.shared().readTree(json).path("batchItemFailures");
    assertThat(failures.isArray()).as("batchItemFailures in " + json).isTrue();
    Set<String> ids = new HashSet<>();
    failures.forEach(failure -> ids.add(failure.path("itemIdentifier").asString()));
    return ids;
  }
}
