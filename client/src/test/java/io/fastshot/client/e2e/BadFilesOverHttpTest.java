package io.fastshot.client.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.badfiles.BadFile;
import io.fastshot.badfiles.BadFiles;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.fixtures.Extent;
import io.fastshot.indexer.IndexOracle;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bad files the whole way: put over HTTP, indexed by the real functions behind the local cloud's
 * queue, listed by a client.
 */
final class BadFilesOverHttpTest {
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The large ones, and all of each kind, go through the handler in lambda-indexer's tests. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final int OF_EACH_KIND = Extent.of(5, 20);
  private static final int GOOD = 10;

  /** Names that the local cloud refuses as keys: over the root, and with NUL. */
  private static final Set<String> NO_KEYS = Set.of("../../../../etc/passwd", "a\0b", "bada\0b");

  @TempDir Path home;

  /** Some of each kind, evenly; all that have a name of their own. */
  private static List<BadFile> chosen(String key) {
    Map<String, List<BadFile>> kinds =
        BadFiles.all().stream()
            .filter(file -> file.key().equals(key) && file.bytes().length <= MOST_BYTES)
            .collect(Collectors.groupingBy(BadFile::category));
    List<BadFile> chosen = new ArrayList<>();
    for (List<BadFile> kind : kinds.values()) {
      boolean names = kind.getFirst().category().equals("file name");
      int every = names ? 1 : Math.ceilDiv(kind.size(), OF_EACH_KIND);
      for (int i = 0; i < kind.size(); i += every) {
        chosen.add(kind.get(i));
      }
    }
    return chosen;
  }

  @ParameterizedTest
  @ValueSource(strings = {BadFile.KEY, ""})
  void everyOneIsListedWithAReasonAndTheGoodOnesBesideThem(String key) throws Exception {
    LocalCloudConfig config =
        LocalCloudConfig.at(home.resolve("data"))
            .withLegacyKey(key)
            .withBatchWindow(Duration.ofMillis(20));
    try (LocalCloud cloud = LocalCloud.start(config);
        Library library =
            Library.open(
                CloudSettings.of("bad files", cloud.info(), key), home, InstantSource.system());
        ObjectStore bucket = library.openStore()) {
      List<BadFile> files = chosen(key);
      List<BadFile> listed = files.stream().filter(it -> !NO_KEYS.contains(it.base())).toList();
      putAll(bucket, files);
      assertThat(cloud.awaitIdle(PATIENCE)).isTrue();

      assertThat(cloud.stats().dead()).as("dead letters").isZero();
      assertThat(IndexOracle.differences(bucket, IndexerConfig.of(LAYOUT, XorMask.of(key))))
          .isEmpty();
      CatalogSnapshot list = library.refresh().snapshot();
      assertThat(list.complete()).isTrue();
      assertThat(list.rows()).hasSize(listed.size() + GOOD);
      listed.forEach(file -> assertRow(file, list.row(new SessionId(file.base())).orElseThrow()));
      for (int i = 0; i < GOOD; i++) {
        SessionMeta good = list.row(good(i)).orElseThrow().meta();
        assertThat(good.degraded()).isNull();
        assertThat(good.fields().name()).isEqualTo("good");
      }
    }
  }

  private static SessionId good(int i) {
    return new SessionId("20260101000000_good_" + i);
  }

  private static void putAll(ObjectStore bucket, List<BadFile> files) {
    assertThat(files.size()).as("bad files").isGreaterThan(GOOD);
    int before = 0;
    for (int i = 0; i < GOOD; i++) {
      int until = files.size() * (i + 1) / GOOD;
      for (BadFile file : files.subList(before, until)) {
        if (NO_KEYS.contains(file.base())) {
          assertThatThrownBy(() -> put(bucket, new SessionId(file.base()), file.bytes()))
              .isInstanceOf(StoreException.Rejected.class);
        } else {
          put(bucket, new SessionId(file.base()), file.bytes());
        }
      }
      put(bucket, good(i), Sessions.small("good", 0));
      before = until;
    }
  }

  private static void put(ObjectStore bucket, SessionId id, byte[] bytes) {
    bucket.put(LAYOUT.session(id), Content.of(bytes, "image/png"), Precondition.none());
  }

  private static void assertRow(BadFile file, IndexRow row) {
    String degraded = row.meta().degraded();
    if (file.expected() == BadFile.Expected.REFUSED) {
      assertThat(degraded)
          .as(file.toString())
          .isNotNull()
          .contains(" ")
          .doesNotContain("Exception", "Error", "null")
          .hasSizeLessThan(300);
    }
  }
}
