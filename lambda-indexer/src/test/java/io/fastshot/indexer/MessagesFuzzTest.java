package io.fastshot.indexer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.Jazzer;
import io.fastshot.fuzz.Fuzzing;
import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.indexer.queue.RebuildPart;
import io.fastshot.model.RebuildState;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesFuzzTest {

  @Test
  void messagesAndRequests() throws Exception {
    RebuildPart part = new RebuildPart("r", 3, RebuildState.Mode.ALL, List.of(TestLibrary.id("a")));
    List<String> seeds =
        List.of(
            new TestLibrary().event("a", "b c"),
            QueueMessages.check(),
            QueueMessages.part(part),
            "{\"mode\":\"keys\",\"keys\":[\"a.fastshot\"],\"dry_run\":true}",
            "{\"action\":\"cancel\"}");
    Fuzzing.run(
        Jazzer.class,
        MessagesFuzz.class,
        seeds.stream().map(seed -> seed.getBytes(UTF_8)).toList());
  }
}
