package io.fastshot.client.cli;

import io.fastshot.json.MetaIndexJson;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.Content;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A difference that is planted in a library; its name is the kind that must be told. */
enum Plant {
  INDEX_MISSING,
  INDEX_UNREADABLE,
  INDEX_OF_THE_ORIGINAL,
  INDEX_INCOMPLETE,
  REBUILD_STUCK,
  NOT_IN_INDEX,
  ROW_WITHOUT_SESSION,
  ROW_DIFFERS,
  ROW_WRONG,
  META_INDEX_MISSING,
  META_INDEX_ORPHANED,
  META_INDEX_WRONG,
  THUMBNAIL_MISSING,
  THUMBNAIL_ORPHANED,
  THUMBNAIL_WRONG;

  private static final KeyLayout LAYOUT = KeyLayout.atRoot();
  private static final SessionId STRANGER = new SessionId("-f it's a stranger");

  boolean needsDeep() {
    return name().endsWith("_WRONG");
  }

  void plant(ObjectStore store) {
    OverallIndex was = index(store);
    SessionMeta meta = readable(was).meta();
    switch (this) {
      case INDEX_MISSING -> store.delete(LAYOUT.overallMeta(), Precondition.none());
      case INDEX_UNREADABLE -> put(store, LAYOUT.overallMeta(), "<html>502 Bad Gateway</html>");
      case INDEX_OF_THE_ORIGINAL ->
          put(store, LAYOUT.overallMeta(), "{\"version\": \"1.0\", \"sessions\": []}");
      case INDEX_INCOMPLETE -> putIndex(store, was, was.rows(), false, was.rebuild());
      case REBUILD_STUCK -> putIndex(store, was, was.rows(), true, stuck());
      case NOT_IN_INDEX -> putIndex(store, was, was.rows().subList(1, was.rows().size()));
      case ROW_WITHOUT_SESSION -> putIndex(store, was, withStranger(was.rows()));
      case ROW_DIFFERS -> changeFirstRow(store, m -> with(m, m.fields(), "\"0123\""));
      case ROW_WRONG -> changeFirstRow(store, Plant::renamed);
      case META_INDEX_MISSING -> store.delete(LAYOUT.metaIndex(meta.id()), Precondition.none());
      case META_INDEX_ORPHANED -> put(store, LAYOUT.metaIndex(STRANGER), "{}");
      case META_INDEX_WRONG ->
          put(store, LAYOUT.metaIndex(meta.id()), MetaIndexJson.write(renamed(meta)), Map.of());
      case THUMBNAIL_MISSING -> store.delete(LAYOUT.thumbnail(meta.id()), Precondition.none());
      case THUMBNAIL_ORPHANED -> put(store, LAYOUT.thumbnail(STRANGER), "no picture");
      case THUMBNAIL_WRONG ->
          put(store, LAYOUT.thumbnail(meta.id()), new byte[9], Map.of("src", "\"of another\""));
    }
  }

  private static RebuildState stuck() {
    return running(Instant.parse("2025-01-01T00:00:00Z"));
  }

  private static RebuildState running(Instant at) {
    return new RebuildState(
        "stuck",
        RebuildState.Mode.OVERALL,
        RebuildState.State.RUNNING,
        3,
        12,
        new BitSet(),
        at,
        at);
  }

  /** A rebuild that somebody just started, and of which no part comes. */
  static void runningRebuild(ObjectStore store) {
    OverallIndex was = index(store);
    putIndex(store, was, was.rows(), true, running(Instant.now()));
  }

  private static List<IndexRow> withStranger(List<IndexRow> rows) {
    SessionMeta meta = rows.getFirst().meta();
    SessionMeta stranger =
        new SessionMeta(STRANGER, meta.fields(), 5, null, "\"gone\"", false, null);
    List<IndexRow> more = new ArrayList<>(rows);
    more.add(IndexRow.of(stranger, rows.getLast().rev()));
    return more;
  }

  static OverallIndex index(ObjectStore store) {
    byte[] bytes = ObjectStores.read(store, LAYOUT.overallMeta(), 1 << 24).orElseThrow().bytes();
    return ((OverallIndexJson.Reading.Native) OverallIndexJson.read(bytes)).index();
  }

  private static void put(ObjectStore store, String key, byte[] bytes, Map<String, String> meta) {
    store.put(
        key, Content.of(bytes, "application/json").withUserMetadata(meta), Precondition.none());
  }

  private static void put(ObjectStore store, String key, String text) {
    put(store, key, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  private static void putIndex(ObjectStore store, OverallIndex was, List<IndexRow> rows) {
    putIndex(store, was, rows, was.complete(), was.rebuild());
  }

  private static void putIndex(
      ObjectStore store,
      OverallIndex was,
      List<IndexRow> rows,
      boolean complete,
      @Nullable RebuildState rebuild) {
    OverallIndex next =
        new OverallIndex(
            was.rev() + 1,
            "planted" + was.rev(),
            was.lastUpdated(),
            complete,
            rebuild,
            was.removedFloor(),
            was.removed(),
            rows,
            Map.of());
    put(store, LAYOUT.overallMeta(), OverallIndexJson.write(next).bytes(), Map.of());
  }

  private static void changeFirstRow(ObjectStore store, UnaryOperator<SessionMeta> change) {
    OverallIndex was = index(store);
    List<IndexRow> rows = new ArrayList<>(was.rows());
    IndexRow row = readable(was);
    rows.set(
        rows.indexOf(row),
        new IndexRow(change.apply(row.meta()), row.descCut(), row.rev(), row.other()));
    putIndex(store, was, rows);
  }

  /** A row of a session with a thumbnail. */
  private static IndexRow readable(OverallIndex index) {
    return index.rows().stream().filter(row -> row.meta().thumbnail()).findFirst().orElseThrow();
  }

  private static SessionMeta renamed(SessionMeta m) {
    SessionFields f = m.fields();
    SessionFields other =
        new SessionFields(
            "another name",
            f.desc(),
            f.tags(),
            f.color(),
            f.sessionClass(),
            f.imageCount(),
            f.createdAt());
    return with(m, other, m.src());
  }

  private static SessionMeta with(SessionMeta m, SessionFields fields, @Nullable String src) {
    return new SessionMeta(
        m.id(), fields, m.fileSizeBytes(), m.checksum(), src, m.thumbnail(), m.degraded());
  }
}
