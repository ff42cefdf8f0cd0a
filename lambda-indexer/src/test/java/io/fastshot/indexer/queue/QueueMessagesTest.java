package io.fastshot.indexer.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.model.KeyLayout;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueMessagesTest {
  private final QueueMessages messages = new QueueMessages(new KeyLayout("team/"));

  @Test
  void aPartSurvivesItsMessage() {
    RebuildPart part =
        new RebuildPart(
            "id",
            7,
            RebuildState.Mode.OVERALL,
            List.of(new SessionId("会议 \"1\"\n"), new SessionId("b")));
    assertThat(messages.parse(QueueMessages.part(part))).isEqualTo(new QueueMessage.Part(part));
    assertThat(messages.parse(QueueMessages.check())).isEqualTo(new QueueMessage.Check());
  }

  @Test
  void onlySessionsBelowThePrefixCount() {
    String body =
        """
        {"Records":[{"s3":{"object":{"key":"team/sessions/a+b.fastshot"}}},
                    {"s3":{"object":{"key":"sessions/c.fastshot"}}},
                    {"s3":{"object":{"key":"team/sessions/readme.txt"}}}]}\
        """;
    assertThat(messages.parse(body))
        .isEqualTo(new QueueMessage.Changed(List.of(new SessionId("a b"))));
  }

  @Test
  void partsKeepBothLimitsAndLoseNothing() {
    List<SessionId> ids =
        IntStream.range(0, 1_001).mapToObj(i -> new SessionId("会".repeat(i % 330) + i)).toList();
    List<List<SessionId>> parts = QueueMessages.split(ids);
    assertThat(parts.stream().flatMap(List::stream).toList()).isEqualTo(ids);
    assertThat(parts)
        .allSatisfy(keys -> {
          assertThat(keys).hasSizeBetween(1, QueueMessages.MAX_PART_KEYS);
          String body =
              QueueMessages.part(new RebuildPart("i".repeat(32), 0, RebuildState.Mode.ALL, keys));
          assertThat(body.getBytes(StandardCharsets.UTF_8).length)
              .isLessThan(QueueMessages.MAX_PART_BYTES + 200);
        });
    assertThat(QueueMessages.split(List.of())).isEmpty();
  }
}
