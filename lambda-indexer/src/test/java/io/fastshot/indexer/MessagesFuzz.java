package io.fastshot.indexer;

import io.fastshot.indexer.queue.QueueMessage;
import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.indexer.queue.RebuildPart;
import io.fastshot.indexer.rebuild.RebuildRequest;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.RebuildState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Any bytes as a queue message and as a request for a rebuild. */
public final class MessagesFuzz {
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();

  private MessagesFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    QueueMessages messages = new QueueMessages(LAYOUT);
    String body = new String(input, StandardCharsets.UTF_8);
    QueueMessage message = messages.parse(body); // never throws
    if (message instanceof QueueMessage.Part(RebuildPart part)
        && !messages.parse(QueueMessages.part(part)).equals(message)) {
      throw new AssertionError("a part written and read again differs: " + part);
    }
    try {
      if (RebuildRequest.read(new ByteArrayInputStream(input), LAYOUT)
              instanceof RebuildRequest.Start start
          && (start.mode() == RebuildState.Mode.KEYS) == start.keys().isEmpty()) {
        throw new AssertionError("keys do not fit the mode: " + start);
      }
    } catch (IllegalArgumentException e) {
      if (e.getMessage() == null) {
        throw new AssertionError("refused without a reason", e);
      }
    }
  }
}
