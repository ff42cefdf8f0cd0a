package io.fastshot.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.badfiles.BadFile;
import io.fastshot.badfiles.BadFiles;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.fixtures.Extent;
import io.fastshot.indexer.observe.SessionObserver;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.CountingObjectStore;
import io.fastshot.store.ListPage;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import io.fastshot.store.RequestCounts.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every bad file through the real handler, in batches with a good session each: every message is
 * acknowledged, every file is a row, the index is right, the bytes read and written are bounded. A
 * short run takes every fourth.
 */
class BadFilesIndexedTest {

  /** Each char escaped: 280 of name, description and class, 1,000 of tags, 1,024 of file name. */
  private static final int MAX_ROW_BYTES = 20 * 1024;

  /** What the client reads at most of a meta index. */
  private static final int MAX_META_INDEX_BYTES = 1024 * 1024;

  private static final int BATCH = 100;

  private final TestLibrary messages = new TestLibrary();
  private final KeyLayout layout = messages.layout;
  private final MemoryObjectStore bucket = new MemoryObjectStore();

  @ParameterizedTest
  @ValueSource(strings = {BadFile.KEY, ""})
  void everyBadFileIsARowAndNoneHoldsUpAGoodSession(String key) {
    IndexerConfig config = IndexerConfig.of(layout, XorMask.of(key));
    List<BadFile> all = BadFiles.all().stream().filter(file -> file.key().equals(key)).toList();
    List<BadFile> files = new ArrayList<>();
    for (int i = 0; i < all.size(); i += Extent.of(4, 1)) {
      files.add(all.get(i));
    }
    assertThat(all).hasSizeGreaterThan(100);
    for (int from = 0; from < files.size(); from += BATCH) {
      List<BadFile> batch = files.subList(from, Math.min(files.size(), from + BATCH));
      indexOneBatch(config, batch, "good" + from);
    }
    assertThat(IndexOracle.differences(bucket, config)).isEmpty();
    assertBounded(index(), files.size());
  }

  private void indexOneBatch(IndexerConfig config, List<BadFile> batch, String good) {
    List<String> bodies = new ArrayList<>();
    long stored = 0;
    for (BadFile file : batch) {
      byte[] bytes = file.bytes();
      stored += bytes.length;
      put(file.base(), bytes);
      bodies.add(messages.event(file.base()));
    }
    put(good, TestLibrary.session(good));
    bodies.add(messages.event(good));
    CountingObjectStore counting = new CountingObjectStore(bucket, layout);
    TestContext context = new TestContext();

    var response = handler(config, counting).handleRequest(TestLibrary.batch(bodies), context);

    assertThat(TestLibrary.failures(response)).as("messages that came back").isEmpty();
    Map<SessionId, IndexRow> rows = new HashMap<>();
    index().rows().forEach(row -> rows.put(row.id(), row));
    assertThat(row(rows, good).meta().degraded()).isNull();
    batch.forEach(file -> assertRow(file, row(rows, file.base())));
    // The head, then at most everything twice: with the thumbnail, and again without it.
    assertThat(counting.snapshot().of(Kind.SESSION).bytesDown())
        .isLessThanOrEqualTo(3 * stored + (batch.size() + 1L) * 65_536);
    assertThat(context.lines()).isNotEmpty().allMatch(line -> line.length() < 10_000);
  }

  private void put(String base, byte[] bytes) {
    bucket.put(
        layout.session(new SessionId(base)), Content.of(bytes, "image/png"), Precondition.none());
  }

  private IndexerHandler handler(IndexerConfig config, CountingObjectStore store) {
    return new IndexerHandler(
        new Indexing(
            store,
            bodies -> {},
            config,
            messages.now::get,
            new Random(1),
            duration -> {},
            Parallel.sequential()));
  }

  private OverallIndex index() {
    return IndexProbe.read(bucket, layout).index();
  }

  private static IndexRow row(Map<SessionId, IndexRow> rows, String base) {
    return Objects.requireNonNull(rows.get(new SessionId(base)), () -> "no row of " + base);
  }

  private static void assertRow(BadFile file, IndexRow row) {
    String degraded = row.meta().degraded();
    switch (file.expected()) {
      case READ ->
          assertThat(SessionObserver.NAME_TOO_LONG.equals(degraded) ? null : degraded)
              .as(file.toString())
              .isNull();
      case REFUSED -> assertThat(degraded).as(file.toString()).isNotNull();
      case REFUSED_AS_A_WHOLE, ANY -> {}
    }
    assertThat(degraded == null ? "in words" : degraded)
        .as(file.toString())
        .contains(" ")
        .doesNotContain("Exception", "Error", "null")
        .hasSizeLessThan(300);
  }

  private void assertBounded(OverallIndex index, int files) {
    assertThat(index.rows()).hasSizeGreaterThan(files);
    int bare = size(index, List.of());
    for (IndexRow row : index.rows()) {
      int bytes = size(index, List.of(row)) - bare;
      assertThat(bytes).as(row.id().base()).isLessThan(MAX_ROW_BYTES);
    }
    for (ListPage.Entry entry : ObjectStores.listAll(bucket, layout.metaIndexes())) {
      assertThat(entry.sizeBytes()).as(entry.key()).isLessThan(MAX_META_INDEX_BYTES);
    }
    for (ListPage.Entry entry : ObjectStores.listAll(bucket, layout.thumbnails())) {
      assertThat(entry.sizeBytes())
          .as(entry.key())
          .isLessThanOrEqualTo(AllegedHeaderReader.MAX_THUMBNAIL_BYTES);
    }
  }

  private static int size(OverallIndex index, List<IndexRow> rows) {
    return OverallIndexJson.write(
            new OverallIndex(index.rev(), "", null, true, null, 0, List.of(), rows, Map.of()))
        .bytes()
        .length;
  }
}
