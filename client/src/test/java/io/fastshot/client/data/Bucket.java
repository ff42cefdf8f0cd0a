package io.fastshot.client.data;

import io.fastshot.client.data.bytes.SafeFileName;
import io.fastshot.client.data.cache.ThumbnailCache;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.Content;
import io.fastshot.store.CountingObjectStore;
import io.fastshot.store.ETag;
import io.fastshot.store.MemoryObjectStore;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.fault.FaultPlan;
import io.fastshot.store.fault.FaultyObjectStore;
import io.fastshot.store.fault.Waiter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A bucket in memory, written the way the indexer writes it, that counts what a client asks. */
public final class Bucket {
  public static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
  public static final KeyLayout LAYOUT = KeyLayout.atRoot();

  public final MemoryObjectStore store = new MemoryObjectStore(CLOCK, 1_000);
  public final CountingObjectStore counting = new CountingObjectStore(store, LAYOUT);
  private FaultPlan faults = FaultPlan.none();
  private OverallIndex index = OverallIndex.empty();

  public static LibrarySettings settings() {
    return new LibrarySettings(
        "test", "test", null, "us-east-1", "bucket", "", null, null, "rebuild", null);
  }

  public Library open(Path home) {
    return Library.open(settings(), home, CLOCK, () -> client());
  }

  /** The store as a client reaches it. */
  public ObjectStore client() {
    return new FaultyObjectStore(counting, call -> faults.next(call), Waiter.sleeping());
  }

  public void faults(FaultPlan plan) {
    faults = plan;
  }

  public OverallIndex index() {
    return index;
  }

  public void index(OverallIndex next) {
    index = next;
    OverallIndexJson.Encoded encoded = OverallIndexJson.write(next);
    write(
        LAYOUT.overallMeta(),
        Content.of(encoded.bytes(), "application/json").withEncoding(encoded.contentEncoding()));
  }

  /** Installs the next version of the index with these rows touched and these sessions gone. */
  public void commit(List<SessionMeta> touched, List<SessionId> gone) {
    long rev = index.rev() + 1;
    Set<SessionId> keys = new HashSet<>(gone);
    List<IndexRow> rows = new ArrayList<>();
    for (SessionMeta meta : touched) {
      keys.add(meta.id());
      rows.add(IndexRow.of(meta, rev));
    }
    index.rows().stream().filter(row -> !keys.contains(row.id())).forEach(rows::add);
    List<Removal> removed = new ArrayList<>();
    gone.forEach(id -> removed.add(new Removal(id, rev, CLOCK.instant())));
    index.removed().stream().filter(r -> !keys.contains(r.id())).forEach(removed::add);
    index(
        new OverallIndex(
            rev,
            "nonce" + rev,
            CLOCK.instant(),
            true,
            null,
            index.removedFloor(),
            removed,
            rows,
            Map.of()));
  }

  /** Puts a session object and gives the row that an indexer would make of it. */
  public SessionMeta session(String base, byte[] bytes) {
    SessionId id = new SessionId(base);
    String src = write(LAYOUT.session(id), Content.of(bytes, "image/png")).value();
    String sha256 = HexFormat.of().formatHex(SafeFileName.sha256().digest(bytes));
    return meta(base, "about " + base, bytes.length, src, Checksum.sha256(sha256));
  }

  /** The same session as a row that nobody observed. */
  public static SessionMeta nameless(SessionMeta meta) {
    SessionFields none = new SessionFields("", "", List.of(), "", "", 0, null);
    Checksum checksum = Checksum.etag(Objects.requireNonNull(meta.src()));
    return new SessionMeta(meta.id(), none, meta.fileSizeBytes(), checksum, null, false, null);
  }

  /** The original app writes its list, without names, over the index. */
  public void writtenByOriginal(SessionMeta... sessions) {
    String rows =
        Stream.of(sessions)
            .map(meta ->
                """
                {"filename": "%s", "created_at": "2025-06-21T09:46:15+00:00", "file_size": %d, \
                "checksum": "etag:%s"}\
                """
                    .formatted(
                        meta.id().filename(),
                        meta.fileSizeBytes(),
                        String.valueOf(meta.src()).replace("\"", "")))
            .collect(Collectors.joining(","));
    write(
        LAYOUT.overallMeta(),
        """
        {"version": "1.0", "last_updated": "2025-06-21T11:46:15", "total_sessions": %d,
         "sessions": [%s], "checksum": "x"}
        """
            .formatted(sessions.length, rows));
  }

  public static SessionMeta meta(
      String base, String desc, long size, String src, @Nullable Checksum checksum) {
    SessionFields fields =
        new SessionFields(
            "name of " + base, desc, List.of("tag"), "blue", "dev", 1, "2025-06-21T11:46:15");
    return new SessionMeta(new SessionId(base), fields, size, checksum, src, true, null);
  }

  /** Rows that look like those of a real library, without their sessions. */
  public static List<SessionMeta> many(int count) {
    List<SessionMeta> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String hash = SafeFileName.hash("row " + i);
      rows.add(
          meta(
              String.format(Locale.ROOT, "2025%010d_%s", i, hash),
              "What session " + i + " is about: " + hash + " and " + SafeFileName.hash(hash),
              1_000_000 + i,
              '"' + hash + hash + '"',
              Checksum.sha256(hash + hash + hash + hash)));
    }
    return rows;
  }

  public void metaIndex(SessionMeta meta) {
    write(LAYOUT.metaIndex(meta.id()), Content.of(MetaIndexJson.write(meta), "application/json"));
  }

  void thumbnail(SessionId id, String src, byte[] png) {
    write(
        LAYOUT.thumbnail(id),
        Content.of(png, "image/png").withUserMetadata(Map.of(ThumbnailCache.SRC_METADATA, src)));
  }

  public ETag write(String key, String text) {
    return write(key, Content.of(text.getBytes(StandardCharsets.UTF_8), "text/plain"));
  }

  private ETag write(String key, Content content) {
    return switch (store.put(key, content, Precondition.none())) {
      case PutOutcome.Installed(ETag etag) -> etag;
      case PutOutcome.Conflict _ -> throw new IllegalStateException("an unasked conflict");
    };
  }
}
