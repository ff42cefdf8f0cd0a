package io.fastshot.indexer;

import static io.fastshot.indexer.ScriptedStore.Verb.GET;
import static io.fastshot.indexer.ScriptedStore.Verb.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.fastshot.indexer.ScriptedStore.Verb;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.indexer.update.BatchUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IndexerHandlerTest {
  private final TestLibrary library = new TestLibrary();

  @Test
  void createAndDeleteAreIndexed() {
    library.put("a");
    library.put("b");
    library.changed("a", "b");
    assertThat(library.names()).containsExactly("a", "b");

    library.delete("a");
    library.changed("a");

    assertThat(library.names()).containsExactly("b");
    assertThat(library.index().removed())
        .anySatisfy(removal -> assertThat(removal.id()).isEqualTo(TestLibrary.id("a")));
    library.assertIndexIsRight();
  }

  @Test
  void repeatedAndReorderedEventsEndInTheStateOfTheBucket() {
    String event = library.event("a");
    library.put("a", TestLibrary.session("first"));
    assertThat(library.handle(event, event, event)).isEmpty();
    library.delete("a");
    library.put("a", TestLibrary.session("second"));
    assertThat(library.handle(event)).isEmpty();
    assertThat(library.handle(event)).isEmpty();
    library.assertIndexIsRight();

    library.delete("a");
    assertThat(library.handle(event)).isEmpty();
    assertThat(library.handle(event)).as("an old creation event after the delete").isEmpty();
    assertThat(library.names()).isEmpty();
    library.assertIndexIsRight();
  }

  @Test
  void everyInstallRaisesRevAndChangesTheNonceAlsoWhenNoRowChanges() {
    library.put("a");
    library.changed("a");
    var first = library.index();
    library.changed("a");
    var second = library.index();

    assertThat(second.rev()).isEqualTo(first.rev() + 1);
    assertThat(second.nonce()).isNotEqualTo(first.nonce());
    assertThat(second.rows().getFirst().rev()).isEqualTo(second.rev());
  }

  @Test
  void anAbsentKeyThatWasNeverThereIsTouchedToo() {
    library.put("a");
    library.changed("a");
    library.changed("never");
    assertThat(library.index().removed())
        .anySatisfy(removal -> assertThat(removal.rev()).isEqualTo(library.index().rev()));

    library.put("never");
    library.changed("never");
    assertThat(library.index().removed()).isEmpty();
    library.assertIndexIsRight();
  }

  @Test
  void oddKeysArriveEncodedAndAreFound() {
    String[] bases = {"20250621114615_会议 1", "a+b", "per%cent", "x.fastshot", "sub/folder", "é😀"};
    for (String base : bases) {
      library.put(base);
    }
    library.changed(bases);
    assertThat(library.names()).containsExactlyInAnyOrder(bases);
    library.assertIndexIsRight();
  }

  @Test
  void exactlyTheMessagesOfFailedKeysComeBack() {
    library.put("good");
    library.put("forbidden");
    library.put("slow");
    library.store.before(GET, "sessions/forbidden", 1, ScriptedStore.denied());
    library.store.before(GET, "sessions/slow", BatchUpdate.LOOKS, ScriptedStore.unavailable());

    assertThat(
            library.handle(
                library.event("forbidden"),
                library.event("good"),
                library.event("good", "slow"),
                library.event("gone")))
        .containsExactly("m0", "m2");
    assertThat(library.names()).containsExactly("good");

    library.changed("forbidden", "good", "slow");
    library.assertIndexIsRight();
  }

  @Test
  void aKeyThatFailsInPassingIsLookedAtAgainAtOnce() {
    library.put("a");
    library.put("b");
    library.store.before(GET, "sessions/a", 1, ScriptedStore.unavailable());
    library.store.after(PUT, "meta_indexes/a", 1, ScriptedStore.unavailable());
    library.changed("a", "b");
    assertThat(library.store.count(GET, "sessions/a")).isEqualTo(3);
    assertThat(library.store.count(GET, "sessions/b")).as("only what failed").isEqualTo(1);
    assertThat(library.store.count(PUT, "overall_meta.json")).isEqualTo(1);
    library.assertIndexIsRight();
  }

  @Test
  void forbiddenIsNotAskedForAgainAtOnce() {
    library.put("a");
    library.store.before(GET, "sessions/a", 1, ScriptedStore.denied());
    assertThat(library.handle(library.event("a"))).containsExactly("m0");
    assertThat(library.store.count(GET, "sessions/a")).isEqualTo(1);
  }

  @Test
  void forbiddenIsNotAbsent() {
    library.put("a");
    library.changed("a");
    library.store.before(GET, "sessions/a", 1, ScriptedStore.denied());
    assertThat(library.handle(library.event("a"))).containsExactly("m0");
    assertThat(library.names()).containsExactly("a");
  }

  @Test
  void aMetaIndexOrThumbnailThatCannotBeWrittenFailsItsKeyOnly() {
    library.put("a");
    library.put("b");
    library.store.before(PUT, "meta_indexes/a", BatchUpdate.LOOKS, ScriptedStore.unavailable());
    assertThat(library.handle(library.event("a"), library.event("b"))).containsExactly("m0");
    assertThat(library.names()).containsExactly("b");
    library.changed("a");
    library.assertIndexIsRight();
  }

  @Test
  void poisonGoesBackAloneAndTestEventsAreAcknowledged() {
    library.put("a");
    assertThat(
            library.handle(
                "not json",
                library.event("a"),
                "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}",
                "{}",
                "[]",
                "{\"fastshot\":{}}",
                "{\"fastshot\":{\"rebuild\":{\"id\":\"x\",\"part\":-1,\"mode\":\"all\"},\"keys\":[\"k\"]}}",
                "[".repeat(5_000)))
        .containsExactly("m0", "m3", "m4", "m5", "m6", "m7");
    assertThat(library.names()).containsExactly("a");
  }

  @Test
  void eventsOfOtherObjectsTouchNothing() {
    String event = library.event("a").replace("sessions/", "elsewhere/");
    assertThat(library.handle(event)).isEmpty();
    assertThat(library.store.requests()).isEmpty();
  }

  @Test
  void aDeniedIndexFailsTheWholeBatch() {
    library.put("a");
    library.store.before(GET, "overall_meta.json", 1, ScriptedStore.denied());
    assertThat(library.handle(library.event("a"), library.event("b"))).containsExactly("m0", "m1");
  }

  @Test
  void aBigBatchIsInstalledAtOnce() {
    List<String> bodies = new ArrayList<>();
    IntStream.range(0, 1_000)
        .forEach(i -> {
          library.put("s" + i);
          bodies.add(library.event("s" + i));
        });
    Parallel parallel = Parallel.virtualThreads(32, java.time.Duration.ofSeconds(1));
    IndexerHandler handler = new IndexerHandler(library.parts(library.store, parallel));
    var response = handler.handleRequest(TestLibrary.batch(bodies), new TestContext());

    assertThat(TestLibrary.failures(response)).isEmpty();
    assertThat(library.store.count(PUT, "overall_meta.json")).isEqualTo(1);
    library.assertIndexIsRight();
  }

  @Test
  void nCreatesCostThreeNPlusTwoRequestsTheThumbnailIncluded() {
    String[] bases = {"a", "b", "c", "d", "e"};
    for (String base : bases) {
      library.put(base);
    }
    library.store.forget();
    library.changed(bases);

    assertThat(library.store.count(GET, "sessions/")).isEqualTo(5);
    assertThat(library.store.count(PUT, "meta_indexes/")).isEqualTo(5);
    assertThat(library.store.count(Verb.DELETE, "thumbnails/")).isEqualTo(5);
    assertThat(library.store.count(GET, "overall_meta.json")).isEqualTo(1);
    assertThat(library.store.count(PUT, "overall_meta.json")).isEqualTo(1);
    assertThat(library.store.requests()).hasSize(17);
  }

  @Test
  void withoutTimeNothingIsDoneAndEverythingComesBack() {
    library.put("a");
    SQSEvent event = TestLibrary.batch(List.of(library.event("a")));
    var response = library.handler.handleRequest(event, new TestContext(1_000));
    assertThat(TestLibrary.failures(response)).containsExactly("m0");
    assertThat(library.bucket.head("overall_meta.json")).isEmpty();
  }

  @Test
  void timeThatRunsOutFailsTheRestAndInstallsWhatWasSeen() {
    library.put("a");
    library.put("b");
    library.store.after(
        GET, "sessions/a", 1, () -> library.pass(java.time.Duration.ofSeconds(100)));
    assertThat(library.handle(library.event("a"), library.event("b"))).containsExactly("m1");
    assertThat(library.names()).containsExactly("a");
  }

  @Test
  void eachBatchLogsOneJsonLine() {
    library.put("a");
    TestContext context = new TestContext();
    library.handler.handleRequest(TestLibrary.batch(List.of(library.event("a"))), context);

    assertThat(context.lines()).hasSize(1);
    JsonNode line = JsonMapper.shared().readTree(context.lines().getFirst());
    assertThat(line.path("keys").asInt()).isEqualTo(1);
    assertThat(line.path("failed").asInt()).isZero();
    assertThat(line.path("attempts").asInt()).isEqualTo(1);
    assertThat(line.path("rev").asLong()).isEqualTo(library.index().rev());
  }
}
