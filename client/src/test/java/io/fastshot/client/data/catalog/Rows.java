package io.fastshot.client.data.catalog;

import io.fastshot.client.data.Bucket;
import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows and indexes of tests, with just what decides. */
final class Rows {
  static final long SIZE = 5;

  private Rows() {}

  /** A row that was observed. */
  static IndexRow observed(String base, String name, long rev) {
    return row(base, name, SIZE, Checksum.sha256("a" + base), '"' + base + '"', rev);
  }

  /** A row that nobody observed: what a list of the original app tells of the same object. */
  static IndexRow hearsay(String base) {
    return row(base, "", SIZE, Checksum.etag(base), null, 0);
  }

  static IndexRow row(
      String base,
      String name,
      long size,
      @Nullable Checksum checksum,
      @Nullable String src,
      long rev) {
    SessionFields fields = new SessionFields(name, "", List.of(), "", "", 0, null);
    return IndexRow.of(
        new SessionMeta(new SessionId(base), fields, size, checksum, src, false, null), rev);
  }

  /** An index that does not say that it covers the bucket. */
  static OverallIndex index(long rev, long floor, List<Removal> removed, IndexRow... rows) {
    return new OverallIndex(
        rev,
        "n" + rev,
        Bucket.CLOCK.instant(),
        false,
        null,
        floor,
        removed,
        List.of(rows),
        Map.of());
  }

  static OverallIndex complete(OverallIndex index) {
    return new OverallIndex(
        index.rev(),
        index.nonce(),
        index.lastUpdated(),
        true,
        null,
        index.removedFloor(),
        index.removed(),
        index.rows(),
        Map.of());
  }

  static Removal removal(String base, long rev) {
    return new Removal(new SessionId(base), rev, Bucket.CLOCK.instant());
  }
}
