package io.fastshot.indexer.mutants;

import io.fastshot.indexer.mutants.Mutant.Edit;
import java.util.List;

/** The mistake of an indexer that believes an event instead of looking. */
final class EventTypeMutant {
  private EventTypeMutant() {}

  private static final Edit NOTE_WHAT_IS_TOLD =
      new Edit(
          "IndexerHandler.java",
          "      received.put(message.getMessageId(), messages.parse(message.getBody()));\n",
          """
                received.put(message.getMessageId(), messages.parse(message.getBody()));
                if (messages.parse(message.getBody()) instanceof QueueMessage.Changed(var ids)) {
                  for (var id : ids) {
                    if (message.getBody().contains("ObjectRemoved")) {
                      io.fastshot.indexer.update.BatchUpdate.saidToBeRemoved().add(id);
                    } else {
                      io.fastshot.indexer.update.BatchUpdate.saidToBeRemoved().remove(id);
                    }
                  }
                }
          """);

  private static final Edit FORGET_WHAT_WAS_TOLD =
      new Edit(
          "IndexerHandler.java",
          "    Map<String, QueueMessage> received = new LinkedHashMap<>();\n",
          """
              Map<String, QueueMessage> received = new LinkedHashMap<>();
              io.fastshot.indexer.update.BatchUpdate.saidToBeRemoved().clear();
          """);

  private static final Edit OBSERVE_WHAT_IS_TOLD =
      new Edit(
          "update/BatchUpdate.java",
          "  private Observation observe(SessionId id) {\n",
          """
            private static final ThreadLocal<Set<SessionId>> SAID_TO_BE_REMOVED =
                ThreadLocal.withInitial(HashSet::new);

            public static Set<SessionId> saidToBeRemoved() {
              return SAID_TO_BE_REMOVED.get();
            }

            private Observation observe(SessionId id) {
              if (saidToBeRemoved().contains(id)) {
                new io.fastshot.indexer.observe.DerivedObjects(parts.store(), parts.config().layout()).remove(id);
                return new Observation.Absent();
              }
          """);

  /** What the last event of a session in the batch says is believed if it says: removed. */
  static Mutant trustTheEventType() {
    return new Mutant(
        "trust the event type",
        List.of(NOTE_WHAT_IS_TOLD, FORGET_WHAT_WAS_TOLD, OBSERVE_WHAT_IS_TOLD));
  }
}
