package io.fastshot.store.s3;

import static io.fastshot.store.StoreFixture.content;
import static io.fastshot.store.s3.ScriptedS3.object;
import static io.fastshot.store.s3.ScriptedS3.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.store.ByteRange;
import io.fastshot.store.DeleteOutcome;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import io.fastshot.store.probe.EtagForm;
import io.fastshot.store.probe.StoreCapabilities;
import io.fastshot.store.probe.Support;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the store talks to one of which it is known what it makes of conditions. */
class S3CapabilitiesTest {
  private static final Precondition NONE = Precondition.none();
  private static final ByteRange WHOLE = ByteRange.whole();
  private static final Precondition MATCHES = Precondition.matches(new ETag("\"e1\""));
  private static final String COPIED = "<CopyObjectResult><ETag>\"e2\"</ETag></CopyObjectResult>";

  private ScriptedS3 server;

  @SuppressWarnings("NullAway.Init")
  S3CapabilitiesTest() {}

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedS3();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A store that was found to be so. */
  private S3ObjectStore storeWith(StoreCapabilities found) {
    return S3ObjectStore.open(server.settings(Duration.ofSeconds(20)), found);
  }

  private static StoreCapabilities with(Support deletes, Support copies) {
    return new StoreCapabilities(
        Support.HOLDS,
        EtagForm.UNQUOTED,
        EtagForm.AS_SENT,
        EtagForm.UNQUOTED,
        deletes,
        copies,
        Support.UNKNOWN,
        Support.UNKNOWN,
        null);
  }

  private String sent(int request, String header) {
    return server.requests().get(request).headers().getOrDefault(header, "-");
  }

  @Test
  void whereConditionsOfRemovalsDoNotHoldAReadTakesTheirPlace() {
    for (Support without : new Support[] {Support.IGNORED, Support.REFUSED}) {
      int first = server.requests().size();
      try (S3ObjectStore found = storeWith(with(without, Support.HOLDS))) {
        server.then(object("")).then(status(204, ""));
        assertThat(found.delete("k", MATCHES)).isEqualTo(new DeleteOutcome.Gone());
        assertThat(server.requests().get(first).method()).isEqualTo("HEAD");
        assertThat(sent(first + 1, "if-match")).isEqualTo("-");
        server.then(status(200, "", "ETag", "\"other\""));
        assertThat(found.delete("k", MATCHES)).isEqualTo(new DeleteOutcome.Conflict());
        assertThat(server.requests()).hasSize(first + 3);
      }
    }
  }

  @Test
  void whereNothingIsKnownOfRemovalsTheConditionIsSentTooUnlessTheStoreDoesNotKnowIt() {
    try (S3ObjectStore found = storeWith(StoreCapabilities.unknown(null))) {
      server.then(object("")).then(501, "NotImplemented").then(status(204, ""));
      assertThat(found.delete("k", MATCHES)).isEqualTo(new DeleteOutcome.Gone());
    }
    assertThat(sent(1, "if-match")).isEqualTo("\"e1\"");
    assertThat(sent(2, "if-match")).isEqualTo("-");
  }

  @Test
  void whereConditionsHoldNoReadIsMadeBeforeAndEtagsHaveTheFormThatWasFound() {
    try (S3ObjectStore found = storeWith(with(Support.HOLDS, Support.HOLDS))) {
      server.then(status(204, "")).then(status(200, COPIED)).then(status(200, "", "ETag", "e"));
      server.then(object("x"));
      found.delete("k", MATCHES);
      found.copy("k", new ETag("\"e1\""), "to", Precondition.absent());
      found.put("k", content("x"), MATCHES);
      found.get("k", WHOLE, MATCHES);
    }
    assertThat(server.requests()).hasSize(4);
    assertThat(sent(0, "if-match")).isEqualTo("e1");
    assertThat(sent(1, "x-amz-copy-source-if-match")).isEqualTo("e1");
    assertThat(sent(1, "if-none-match")).isEqualTo("*");
    assertThat(sent(2, "if-match")).isEqualTo("e1");
    assertThat(sent(3, "if-match")).isEqualTo("\"e1\"");
  }

  @Test
  void whereConditionsOfCopiesDoNotHoldReadsTakeTheirPlace() {
    ETag etag = new ETag("\"e1\"");
    try (S3ObjectStore found = storeWith(with(Support.HOLDS, Support.IGNORED))) {
      server.then(object(""));
      assertThat(found.copy("k", etag, "to", Precondition.absent()))
          .isEqualTo(new PutOutcome.Conflict());
      assertThat(server.requests().getFirst().path()).endsWith("/to");
    }
    try (S3ObjectStore found = storeWith(with(Support.HOLDS, Support.REFUSED))) {
      server.then(object("")).then(status(404, "")).then(status(200, COPIED));
      assertThat(found.copy("k", etag, "to", Precondition.absent()))
          .isInstanceOf(PutOutcome.Installed.class);
      assertThat(sent(3, "x-amz-copy-source-if-match")).isEqualTo("-");
      assertThat(sent(3, "if-none-match")).isEqualTo("-");
      server.then(status(200, "", "ETag", "\"other\""));
      assertThat(found.copy("k", etag, "to", NONE)).isEqualTo(new PutOutcome.Conflict());
    }
  }

  @Test
  void whereNothingIsKnownOfWritesACreationIsCheckedByAReadToo() {
    try (S3ObjectStore found = storeWith(StoreCapabilities.unknown(null))) {
      server.then(object(""));
      assertThat(found.put("k", content("x"), Precondition.absent()))
          .isEqualTo(new PutOutcome.Conflict());
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void whereConditionalWritesDoNotHoldNothingIsWritten() {
    StoreCapabilities ignored = StoreCapabilities.without(Support.IGNORED, "it overwrote");
    try (S3ObjectStore found = storeWith(ignored)) {
      for (Precondition condition : new Precondition[] {MATCHES, Precondition.absent()}) {
        assertThatThrownBy(() -> found.put("k", content("x"), condition))
            .isInstanceOf(StoreException.Rejected.class)
            .hasMessageContaining("Nothing was written")
            .hasMessageContaining("it overwrote");
      }
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aReaderThatDidNotProbeTriesBothFormsBeforeItSaysChanged() {
    try (S3ObjectStore found = S3ObjectStore.open(server.settings(Duration.ofSeconds(20)))) {
      server.then(412, "PreconditionFailed").then(object("x"));
      assertThat(found.get("k", WHOLE, MATCHES)).isInstanceOf(GetOutcome.Found.class);
      server.then(412, "PreconditionFailed").then(412, "PreconditionFailed");
      assertThat(found.get("k", WHOLE, MATCHES)).isEqualTo(new GetOutcome.Changed());
    }
    assertThat(server.requests()).hasSize(4).allMatch(request -> request.method().equals("GET"));
    assertThat(sent(0, "if-match")).isEqualTo("\"e1\"");
    assertThat(sent(1, "if-match")).isEqualTo("e1");
  }

  @Test
  void amazonsOwnEndpointsAreNotProbed() {
    for (String host :
        new String[] {"s3.eu-central-1.amazonaws.com", "s3.cn-north-1.amazonaws.com.cn"}) {
      S3Settings settings =
          new S3Settings(
              java.net.URI.create("https://" + host),
              "eu-central-1",
              "b",
              null,
              null,
              Duration.ofSeconds(1));
      assertThat(settings.isAws()).isTrue();
    }
    assertThat(server.settings(Duration.ofSeconds(1)).isAws()).isFalse();
  }
}
