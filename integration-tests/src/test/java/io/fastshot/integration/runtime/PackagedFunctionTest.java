package io.fastshot.integration.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.integration.runtime.RuntimeApi.Answer;
import io.fastshot.integration.runtime.SqsEvents.Message;
import io.fastshot.localcloud.demo.DemoLibrary;
import io.fastshot.model.RebuildState;
import io.fastshot.store.Content;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is deployed, run as Lambda runs it, on the local cloud over HTTP. */
final class PackagedFunctionTest {
  private static final String PUT = "ObjectCreated:Put";
  private static final String DELETE = "ObjectRemoved:DeleteMarkerCreated";

  /** Names that differ once encoded, decoded or split wrongly. */
  private static final List<String> ODD_NAMES =
      List.of("a b+c", "会议 100%", "x%2Fy", "q?a=1&b=2#f", "sub/folder/é", "[1]{2}~'\"");

  @TempDir Path data;
  private CloudLibrary library;
  private SqsServer queue;
  private FunctionProcess indexer;
  private EventSource source;

  @BeforeEach
  void deploy() throws Exception {
    library = CloudLibrary.open(data);
    queue = SqsServer.start();
    indexer = FunctionProcess.start(FunctionProcess.INDEXER, library.environment(queue));
    source = new EventSource(queue, indexer);
  }

  @AfterEach
  void stop() {
    indexer.close();
    queue.close();
    library.close();
  }

  private List<String> fill(int sessions) {
    XorMask key = XorMask.of(DemoLibrary.LEGACY_KEY);
    DemoLibrary.fill(library.store(), CloudLibrary.LAYOUT, sessions, 1, key);
    List<String> keys = new ArrayList<>();
    for (ListPage.Entry entry :
        ObjectStores.listAll(library.store(), CloudLibrary.LAYOUT.sessions())) {
      keys.add(entry.key());
    }
    return keys;
  }

  private String putSmall(String base) {
    String key = CloudLibrary.LAYOUT.sessions() + base + ".fastshot";
    byte[] json =
        "{\"session\":{\"version\":\"1.0\",\"windows\":[]},\"metadata\":{\"name\":\"small\"}}"
            .getBytes(StandardCharsets.UTF_8);
    library.store().put(key, Content.of(json, "image/png"), Precondition.none());
    return key;
  }

  private void tell(String eventName, String key) {
    queue.add(SqsEvents.notification(CloudLibrary.BUCKET, eventName, key));
  }

  private JsonNode rebuild(String request) throws Exception {
    try (FunctionProcess rebuilds =
        FunctionProcess.start(FunctionProcess.REBUILD, library.environment(queue))) {
      return JsonMapper.shared().readTree(rebuilds.returned(request));
    }
  }

  @Test
  void notificationsAreIndexedWhateverTheirOrderAndTheNamesInThem() throws Exception {
    List<String> keys = fill(12);
    ODD_NAMES.forEach(name -> keys.add(putSmall(name)));
    queue.add(SqsEvents.testEvent(CloudLibrary.BUCKET));
    List<String> twice = new ArrayList<>(keys);
    twice.addAll(keys);
    Collections.shuffle(twice, new Random(1));
    twice.forEach(key -> tell(PUT, key));
    source.drain();
    assertThat(library.index().rows()).hasSize(12 + ODD_NAMES.size());

    for (String key : keys.subList(10, 14)) {
      library.store().delete(key, Precondition.none());
      tell(DELETE, key);
    }
    putSmall("a b+c"); // the event of a removal that was overtaken by a new object
    tell(DELETE, CloudLibrary.LAYOUT.sessions() + "a b+c.fastshot");
    source.drain();
    assertThat(source.deadLetters()).isEmpty();
    assertThat(library.index().rows()).hasSize(15);
    assertThat(library.index().complete()).as("by the check that the function asked for").isTrue();
    assertThat(library.differences()).isEmpty();
  }

  @EnabledIfSystemProperty(
      named = "fastshot.long",
      matches = "true",
      disabledReason = "-Plong only")
  @Test
  void poisonedMessagesFailAloneAndEndInTheDeadLetters() throws Exception {
    List<String> keys = fill(3);
    List<String> poison =
        List.of(
            "",
            "{\"Records\":[{\"s3\":",
            "null",
            "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"sessions/%ZZ.fastshot\"}}}]}",
            "{\"Records\":[{\"s3\":{}}]}",
            "{\"fastshot\":{\"rebuild\":{\"id\":\"x\",\"part\":-1,\"mode\":\"all\"},\"keys\":[\"a\"]}}",
            "[".repeat(200_000),
            "{\"Records\":\"" + "x".repeat(1_000_000) + "\"",
            "\u0000\uFFFF \uD83D\uDE00");
    poison.forEach(queue::add);
    keys.forEach(key -> tell(PUT, key));
    source.drain();

    assertThat(source.deadLetters()).containsExactlyInAnyOrderElementsOf(poison);
    assertThat(library.differences()).isEmpty();
  }

  @EnabledIfSystemProperty(
      named = "fastshot.long",
      matches = "true",
      disabledReason = "-Plong only")
  @Test
  void anEventThatIsNoneIsAnErrorAndTheNextOneIsServed() throws Exception {
    long pid = indexer.pid();
    for (String event : List.of("", "{", "[]", "\"text\"", "{\"Records\":7}")) {
      assertThat(indexer.invoke(event)).as(event).isInstanceOf(Answer.Failed.class);
    }
    fill(2).forEach(key -> tell(PUT, key));
    source.drain();
    assertThat(indexer.pid()).as("the process").isEqualTo(pid);
    assertThat(library.differences()).isEmpty();
  }

  @EnabledIfSystemProperty(
      named = "fastshot.long",
      matches = "true",
      disabledReason = "-Plong only")
  @Test
  void oneUnreadableObjectBringsBackItsOwnMessageOnly() throws Exception {
    List<String> keys = fill(5);
    Path file = fileOf(keys.get(2));
    Path aside = data.resolve("aside");
    Files.move(file, aside); // a disk that has lost a block: the store answers with 500
    List<Message> batch =
        keys.stream()
            .map(key -> Message.of(SqsEvents.notification(CloudLibrary.BUCKET, PUT, key)))
            .toList();
    String answer = indexer.returned(SqsEvents.event(batch));
    assertThat(EventSource.named(answer)).containsExactly(batch.get(2).id());
    assertThat(library.index().rows()).hasSize(4);

    Files.move(aside, file);
    queue.bringBack(batch.get(2));
    source.drain();
    assertThat(library.differences()).isEmpty();
  }

  private Path fileOf(String key) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    return data.resolve("objects")
        .resolve(CloudLibrary.BUCKET)
        .resolve(HexFormat.of().formatHex(hash));
  }

  @EnabledIfSystemProperty(
      named = "fastshot.long",
      matches = "true",
      disabledReason = "-Plong only")
  @Test
  void aBatchWhoseProcessWasKilledIsDoneByTheNextOne() throws Exception {
    List<String> keys = fill(100);
    List<Message> batch =
        keys.stream()
            .map(key -> Message.of(SqsEvents.notification(CloudLibrary.BUCKET, PUT, key)))
            .toList();
    long pid = indexer.pid();
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(() -> invoke(SqsEvents.event(batch)));
    while (metaIndexes() == 0) {
      assertThat(answer).as("killed in the middle of the batch").isNotDone();
      Thread.onSpinWait();
    }
    indexer.kill();
    assertThat(answer.join()).isInstanceOf(Answer.Crashed.class);
    assertThat(library.index().rows()).as("the batch was cut off").isEmpty();

    batch.forEach(queue::bringBack);
    source.drain();
    assertThat(indexer.pid()).isNotEqualTo(pid);
    assertThat(source.deadLetters()).isEmpty();
    assertThat(library.differences()).isEmpty();
  }

  private Answer invoke(String event) {
    try {
      return indexer.invoke(event);
    } catch (InterruptedException | java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private int metaIndexes() {
    return library.store().list(CloudLibrary.LAYOUT.metaIndexes(), null).objects().size();
  }

  @Test
  void rebuildsArePreviewedStartedAndChecked() throws Exception {
    fill(7);
    JsonNode preview = rebuild("{\"mode\":\"all\",\"dry_run\":true}");
    assertThat(preview.path("status").asString()).isEqualTo("dry_run");
    assertThat(preview.path("nominated").asInt()).isEqualTo(7);
    assertThat(preview.path("bytes").asLong()).isPositive();
    assertThat(queue.isEmpty()).isTrue();
    assertThat(library.index().rev()).isZero();

    assertThat(rebuild("{\"mode\":\"all\"}").path("status").asString()).isEqualTo("started");
    assertThat(queue.isEmpty()).isFalse();
    source.drain();
    RebuildState state = Objects.requireNonNull(library.index().rebuild());
    assertThat(state.state()).isEqualTo(RebuildState.State.DONE);
    assertThat(library.differences()).isEmpty();

    long rev = library.index().rev();
    assertThat(rebuild("{\"mode\":\"check\"}").path("status").asString()).isEqualTo("done");
    assertThat(library.index().rev()).as("a clean check writes nothing").isEqualTo(rev);

    putSmall("without an event");
    JsonNode check = rebuild("{\"mode\":\"check\"}");
    assertThat(check.path("nominated").asInt()).isEqualTo(1);
    source.drain();
    assertThat(library.differences()).isEmpty();
    assertThat(names()).contains("without an event");
  }

  private List<String> names() {
    return library.index().rows().stream().map(row -> row.id().base()).toList();
  }

  @Test
  void aWrongRequestIsAnsweredInWords() throws Exception {
    for (String request : List.of("{\"mode\":\"everything\"}", "{}", "\"all\"")) {
      JsonNode answer = rebuild(request);
      assertThat(answer.path("status").asString()).as(request).isEqualTo("error");
      assertThat(answer.path("message").asString()).as(request).isNotBlank();
    }
  }
}
