package io.fastshot.client.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.catalog.Refresh;
import io.fastshot.client.data.rebuild.RebuildOutcome;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.IndexOracle;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A foreign writer spoils the index of a running local cloud; clients look on over HTTP, one that
 * knows the list and one that knows nothing.
 */
final class SelfHealingTest {
  private static final int SESSIONS = 7;
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path home;
  private LocalCloud cloud;
  private ObjectStore bucket;

  /** What the foreign writer does; {@code null} means that it deletes the index. */
  @SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
  enum Spoiled {
    DELETED(ours -> null),
    OF_THE_ORIGINAL_APP(ours ->
        utf8(
            """
            {"version": "1.0", "last_updated": "2025-06-21T12:46:15.123456",
             "total_sessions": 1, "sessions": [{"filename": "%s", "file_size": 5,
             "created_at": "2025-07-01T00:00:00+00:00", "checksum": ""}], "checksum": "6eee"}\
            """
                .formatted(id(0).filename()))),
    OF_THE_ORIGINAL_APP_AND_EMPTY(ours -> utf8("{\"version\": \"1.0\", \"sessions\": []}")),
    AN_HTML_PAGE(ours -> utf8("<html><body><h1>502 Bad Gateway</h1></body></html>")),
    TRUNCATED(ours -> Arrays.copyOf(ours, ours.length / 2)),
    EMPTY(ours -> new byte[0]),
    NOISE_OF_TWO_MEGABYTES(ours -> new byte[2 << 20]),
    OF_A_NEWER_VERSION(ours -> utf8(text(ours).replaceFirst("\"format\":2", "\"format\":3"))),
    OF_AN_IMPOSSIBLE_REV(
        ours -> utf8(text(ours).replaceFirst("\"rev\":[0-9]+", "\"rev\":" + Long.MAX_VALUE)));

    private final UnaryOperator<byte[]> change;

    Spoiled(UnaryOperator<byte[]> change) {
      this.change = change;
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    boolean isOriginal() {
      return name().startsWith("OF_THE_ORIGINAL");
    }
  }

  @BeforeEach
  void aLibrary() throws Exception {
    cloud =
        LocalCloud.start(
            LocalCloudConfig.at(home.resolve("data"))
                .withLegacyKey(Sessions.LEGACY_KEY)
                .withBatchWindow(Duration.ofMillis(20)));
    try (Library library = client("writer")) {
      bucket = library.openStore();
    }
    for (int i = 0; i < SESSIONS; i++) {
      putSession(i, "session " + i);
    }
    assertThat(cloud.awaitIdle(PATIENCE)).isTrue();
    assertIndexIsRight();
  }

  @AfterEach
  void stop() {
    bucket.close();
    cloud.close();
  }

  private static SessionId id(int i) {
    return new SessionId("2025062111461" + i + "_会议");
  }

  private void putSession(int i, String name) {
    put(LAYOUT.session(id(i)), Sessions.small(name, i % 2), Map.of());
  }

  private void put(String key, byte[] bytes, Map<String, String> meta) {
    bucket.put(
        key,
        Content.of(bytes, "application/octet-stream").withUserMetadata(meta),
        Precondition.none());
  }

  private Library client(String name) {
    return Library.open(
        CloudSettings.of("self-healing", cloud.info(), Sessions.LEGACY_KEY),
        home.resolve(name),
        InstantSource.system());
  }

  private void spoil(Spoiled spoiled) {
    byte[] ours = ObjectStores.read(bucket, LAYOUT.overallMeta(), 1 << 20).orElseThrow().bytes();
    byte[] theirs = spoiled.change.apply(ours);
    if (theirs == null) {
      bucket.delete(LAYOUT.overallMeta(), Precondition.none());
    } else {
      assertThat(theirs).isNotEqualTo(ours);
      put(LAYOUT.overallMeta(), theirs, Map.of());
    }
  }

  private void assertIndexIsRight() {
    IndexerConfig config = IndexerConfig.of(LAYOUT, XorMask.of(Sessions.LEGACY_KEY));
    assertThat(IndexOracle.differences(bucket, config)).isEmpty();
  }

  private static List<SessionId> ids(CatalogSnapshot list) {
    return list.rows().stream().map(IndexRow::id).sorted().toList();
  }

  private static List<SessionId> all() {
    return java.util.stream.IntStream.range(0, SESSIONS).mapToObj(SelfHealingTest::id).toList();
  }

  @ParameterizedTest
  @EnumSource
  void clientsShowWhatTheyHaveAndSaySoUntilTheNextEventBringsTheIndexBack(Spoiled spoiled)
      throws Exception {
    try (Library knowing = client("knowing");
        Library fresh = client("fresh")) {
      knowing.refresh();
      spoil(spoiled);

      Refresh known = knowing.refresh();
      assertThat(ids(known.snapshot())).isEqualTo(all());
      if (spoiled.isOriginal()) {
        assertThat(known.snapshot().notice()).contains("original Fastshot");
        assertThat(fresh.refresh().snapshot().notice()).contains("original Fastshot");
      } else {
        assertThat(known)
            .isInstanceOfSatisfying(
                Refresh.Failed.class, failed -> assertThat(failed.reason()).contains("rebuild"));
        assertThat(fresh.refresh())
            .as("an empty list, but not as if all were well")
            .isInstanceOfSatisfying(
                Refresh.Failed.class, failed -> assertThat(failed.reason()).contains("rebuild"));
      }

      putSession(3, "replaced meanwhile");
      followUntilIdle(knowing);
      assertIndexIsRight();
      for (Library client : List.of(knowing, fresh)) {
        CatalogSnapshot list = client.refresh().snapshot();
        assertThat(ids(list)).isEqualTo(all());
        assertThat(list.complete()).isTrue();
        assertThat(list.notice()).isNull();
        assertThat(list.row(id(3)).orElseThrow().meta().fields().name())
            .isEqualTo("replaced meanwhile");
      }
    }
  }

  /** At no moment of the healing does a client that knows the list lose a row. */
  private void followUntilIdle(Library knowing) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean idle = false;
    while (!idle && System.nanoTime() < end) {
      idle = cloud.awaitIdle(Duration.ofMillis(1));
      CatalogSnapshot list = knowing.refresh().snapshot();
      assertThat(ids(list)).isEqualTo(all());
      assertThat(list.complete() || list.notice() != null || list.rebuild() != null)
          .as("an incomplete list says so")
          .isTrue();
    }
    assertThat(idle).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aCheckBringsTheIndexBack(Spoiled spoiled) throws Exception {
    spoil(spoiled);
    try (Library client = client("fresh")) {
      RebuildOutcome asked = client.rebuilds().start(RebuildState.Mode.CHECK, List.of());
      assertThat(asked).isInstanceOf(RebuildOutcome.Answered.class);
      assertThat(cloud.awaitIdle(PATIENCE)).isTrue();
      assertIndexIsRight();
      CatalogSnapshot list = client.refresh().snapshot();
      assertThat(ids(list)).isEqualTo(all());
      assertThat(list.complete()).isTrue();
    }
  }

  /** A handler that died put what it had seen of an object that is no longer there. */
  @Test
  void aMetaIndexAndAThumbnailOfADeadHandlerAreNotBelieved() throws Exception {
    String whole = "long ".repeat(100);
    putSession(1, whole);
    assertThat(cloud.awaitIdle(PATIENCE)).isTrue();
    try (Library client = client("fresh")) {
      IndexRow row = client.refresh().snapshot().row(id(1)).orElseThrow();
      assertThat(row.descCut()).as("the whole text is in the meta index").isTrue();
      byte[] picture = client("other").thumbnail(row).orElseThrow();

      SessionMeta stale = stale(row.meta());
      put(LAYOUT.metaIndex(id(1)), MetaIndexJson.write(stale), Map.of());
      put(LAYOUT.thumbnail(id(1)), picture, Map.of("src", String.valueOf(stale.src())));

      assertThat(client.details(row)).isEqualTo(row.meta());
      assertThat(client.thumbnail(row)).isEmpty();

      client.rebuilds().start(RebuildState.Mode.KEYS, List.of(id(1)));
      assertThat(cloud.awaitIdle(PATIENCE)).isTrue();
      assertThat(client.details(row).fields().name()).isEqualTo(whole);
      assertThat(client.thumbnail(row)).hasValue(picture);
    }
  }

  private static SessionMeta stale(SessionMeta meta) {
    SessionFields f = meta.fields();
    SessionFields other =
        new SessionFields("of a dead handler", "", List.of(), "", "", 9, f.createdAt());
    return new SessionMeta(
        meta.id(), other, meta.fileSizeBytes(), meta.checksum(), "\"gone\"", true, null);
  }
}
