package io.fastshot.client.verify;

import io.fastshot.client.verify.Expectations.Expected;
import io.fastshot.container.json.KeyReasons;
import io.fastshot.json.DocumentException;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads sessions and compares what they say with their row, meta index and thumbnail, 16 at a time.
 * Some 4 requests for each session.
 */
final class DeepComparison {
  private static final int PARALLEL = 16;
  private static final int CHUNK = 256;
  private static final int MAX_META_BYTES = 4 << 20;
  private static final int MAX_THUMBNAIL_BYTES = 16 << 20;

  /** The user metadata of a thumbnail that names the session object it was taken from. */
  private static final String SRC_METADATA = "src";

  private final ObjectStore store;
  private final KeyLayout layout;
  private final Expectations expectations;
  private final Watch watch;

  DeepComparison(ObjectStore store, KeyLayout layout, Expectations expectations, Watch watch) {
    this.store = store;
    this.layout = layout;
    this.expectations = expectations;
    this.watch = watch;
  }

  /**
   * Reads these sessions. Those without a row are only compared with their meta index and
   * thumbnail: that they have none is told elsewhere.
   *
   * @throws StoreException if the store stops answering
   */
  void run(Set<SessionId> ids, Comparison shallow, Consumer<Finding> findings) {
    try (ExecutorService pool =
        Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory())) {
      Iterator<SessionId> left = ids.iterator();
      for (int done = 0; done < ids.size(); ) {
        List<Future<List<Finding>>> chunk = new ArrayList<>();
        while (left.hasNext() && chunk.size() < CHUNK) {
          SessionId id = left.next();
          chunk.add(pool.submit(() -> compare(id, shallow.row(id))));
        }
        for (Future<List<Finding>> one : chunk) {
          result(one).forEach(findings);
          done++;
          watch.progress("sessions read", done, ids.size());
        }
      }
    }
  }

  private static List<Finding> result(Future<List<Finding>> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException.Unavailable("interrupted while sessions were read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  private List<Finding> compare(SessionId id, @Nullable IndexRow row) {
    watch.stopIfCancelled();
    List<Finding> findings = new ArrayList<>();
    switch (expectations.of(id)) {
      case Expected.Absent _ -> {} // gone since it was listed: the second look sees that
      case Expected.Failed(String reason) -> throw new StoreException.Unavailable(reason, null);
      case Expected.Archived(SessionMeta meta) -> {
        add(findings, Kind.ARCHIVED, id, "not read; restore it first");
        compareRow(meta, row, findings);
      }
      case Expected.Present(SessionMeta meta, byte[] thumbnail) -> {
        Optional<Finding> key = compareKeys(meta, row);
        key.ifPresent(findings::add);
        if (key.isEmpty()) {
          compareRow(meta, row, findings);
        }
        if (key.isEmpty() && layout.fits(id)) {
          compareMetaIndex(meta, findings);
          compareThumbnail(meta, thumbnail, findings);
        }
      }
    }
    return findings;
  }

  /**
   * Whether the indexer and this machine have different keys: then no reading anew by the one makes
   * what the other expects.
   */
  private static Optional<Finding> compareKeys(SessionMeta expected, @Nullable IndexRow row) {
    if (row == null || !Objects.equals(row.meta().src(), expected.src())) {
      return Optional.empty();
    }
    String here = expected.degraded();
    String there = row.meta().degraded();
    if (Objects.equals(here, there)) {
      return Optional.empty();
    }
    String name = expected.id().filename();
    if (KeyReasons.isOfMisfit(here)) {
      return Optional.of(new Finding(Kind.KEY_OF_THIS_MACHINE, name, String.valueOf(here), null));
    }
    return KeyReasons.isOfMisfit(there)
        ? Optional.of(new Finding(Kind.KEY_OF_INDEXER, name, String.valueOf(there), null))
        : Optional.empty();
  }

  private static void compareRow(
      SessionMeta expected, @Nullable IndexRow row, List<Finding> findings) {
    if (row == null || !Objects.equals(row.meta().src(), expected.src())) {
      return; // told by the listings
    }
    IndexRow should = IndexRow.of(expected, row.rev());
    if (!should.meta().equals(row.meta()) || should.descCut() != row.descCut()) {
      add(findings, Kind.ROW_WRONG, expected.id(), Differences.between(should.meta(), row.meta()));
    }
  }

  private void compareMetaIndex(SessionMeta expected, List<Finding> findings) {
    Optional<ObjectStores.SmallObject> stored;
    try {
      stored = ObjectStores.read(store, layout.metaIndex(expected.id()), MAX_META_BYTES);
    } catch (StoreException.Rejected e) {
      add(findings, Kind.META_INDEX_WRONG, expected.id(), String.valueOf(e.getMessage()));
      return;
    }
    if (stored.isEmpty()) {
      return; // told by the listings
    }
    try {
      SessionMeta meta = MetaIndexJson.read(stored.get().bytes());
      if (!meta.equals(expected)) {
        String detail = Differences.between(expected, meta);
        add(findings, Kind.META_INDEX_WRONG, expected.id(), detail);
      }
    } catch (DocumentException e) {
      add(findings, Kind.META_INDEX_WRONG, expected.id(), String.valueOf(e.getMessage()));
    }
  }

  private void compareThumbnail(
      SessionMeta expected, byte @Nullable [] picture, List<Finding> findings) {
    Optional<ObjectStores.SmallObject> stored;
    try {
      stored = ObjectStores.read(store, layout.thumbnail(expected.id()), MAX_THUMBNAIL_BYTES);
    } catch (StoreException.Rejected e) {
      add(findings, Kind.THUMBNAIL_WRONG, expected.id(), String.valueOf(e.getMessage()));
      return;
    }
    if (stored.isEmpty()) {
      if (picture != null) {
        add(findings, Kind.THUMBNAIL_WRONG, expected.id(), "there is none; the file has a picture");
      }
      return;
    }
    String src = stored.get().info().userMetadata().get(SRC_METADATA);
    if (picture == null) {
      add(findings, Kind.THUMBNAIL_WRONG, expected.id(), "the file has no picture");
    } else if (!Objects.equals(src, expected.src())) {
      String detail = "it was made of " + src + ", the file is " + expected.src();
      add(findings, Kind.THUMBNAIL_WRONG, expected.id(), detail);
    } else if (!Arrays.equals(picture, stored.get().bytes())) {
      add(findings, Kind.THUMBNAIL_WRONG, expected.id(), "it is another picture than the file's");
    }
  }

  private static void add(List<Finding> findings, Kind kind, SessionId id, String detail) {
    findings.add(new Finding(kind, id.filename(), detail, null));
  }
}
