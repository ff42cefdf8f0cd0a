package io.fastshot.json;

import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One pass over an overall index: the small members as values, the rows one by one.
 *
 * <p>Stops at the first row with a rev of {@code knownRev} or below. Not safe for several threads.
 */
final class OverallIndexReader {

  /**
   * Two and a half times what the index is made for; bounds the time and memory that a crafted
   * document can take, so what is no row, or stands twice, counts too.
   */
  private static final int MAX_ROWS = 250_000;

  private static final Comparator<IndexRow> ORDER =
      Comparator.comparingLong(IndexRow::rev).reversed().thenComparing(IndexRow::id);

  private final JsonParser parser;
  private final long knownRev;
  private final Map<String, @Nullable Object> head = new LinkedHashMap<>();
  private final List<IndexRow> rows = new ArrayList<>();
  private final Set<SessionId> seen = new HashSet<>();
  private boolean sawSessions;
  private boolean stopped;

  /**
   * Reads nothing yet.
   *
   * @param knownRev -1 for the whole document
   */
  OverallIndexReader(JsonParser parser, long knownRev) {
    this.parser = parser;
    this.knownRev = knownRev;
  }

  /** Reads the document, or its head. */
  void run() throws DocumentException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new DocumentException("not a JSON object", null);
    }
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (name.equals(OverallIndexJson.SESSIONS) && token == JsonToken.START_ARRAY) {
        sawSessions = true;
        rows();
        if (stopped) {
          return;
        }
      } else {
        head.put(name, Json.value(parser));
      }
    }
    if (knownRev < 0 && parser.nextToken() != null) {
      throw new DocumentException("it goes on after its end", null);
    }
  }

  private void rows() throws DocumentException {
    if (knownRev >= 0 && !(head.get(OverallIndexJson.REV) instanceof Long rev && rev > knownRev)) {
      stopped = true;
      return;
    }
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (++count > MAX_ROWS) {
        throw new DocumentException("it has more than " + MAX_ROWS + " rows", null);
      }
      JsonObject object = JsonObject.of(Json.value(parser));
      IndexRow row = object == null ? null : RowJson.read(object);
      if (row == null) {
        continue;
      }
      if (row.rev() <= knownRev) {
        stopped = true;
        return;
      }
      if (seen.add(row.id())) {
        rows.add(row);
      }
    }
  }

  /** Whether the document has the members of the original's form or of ours. */
  boolean isIndex() {
    return isNative() || sawSessions;
  }

  boolean isNative() {
    return head.containsKey(OverallIndexJson.FORMAT);
  }

  /** The format's number; 0 if it is none. */
  long format() {
    return head.get(OverallIndexJson.FORMAT) instanceof Long number ? number : 0;
  }

  /** The number of rows that the document claims. */
  long totalSessions() {
    return head.get(OverallIndexJson.TOTAL_SESSIONS) instanceof Long number ? number : 0;
  }

  /** The index of a document of this project's form. To be called once. */
  OverallIndex index() {
    JsonObject members = new JsonObject(head);
    long rev = members.count(OverallIndexJson.REV);
    rows.replaceAll(row -> row.rev() > rev ? row.withRev(rev) : row);
    if (!isSorted()) {
      rows.sort(ORDER);
    }
    members.count(OverallIndexJson.FORMAT);
    members.count(OverallIndexJson.TOTAL_SESSIONS);
    JsonObject rebuild = members.object(OverallIndexJson.REBUILD);
    return new OverallIndex(
        rev,
        members.text(OverallIndexJson.NONCE, ""),
        members.instant(OverallIndexJson.LAST_UPDATED),
        members.truth(OverallIndexJson.COMPLETE),
        rebuild == null ? null : RebuildJson.read(rebuild),
        Math.min(rev, members.count(OverallIndexJson.REMOVED_FLOOR)),
        removed(members),
        rows,
        members.rest());
  }

  private boolean isSorted() {
    for (int i = 1; i < rows.size(); i++) {
      if (ORDER.compare(rows.get(i - 1), rows.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  private List<Removal> removed(JsonObject members) {
    List<Removal> removed = new ArrayList<>();
    for (Object element : members.list(OverallIndexJson.REMOVED)) {
      JsonObject object = JsonObject.of(element);
      SessionId id = object == null ? null : RowJson.id(object);
      if (object == null || id == null) {
        continue;
      }
      long rev = object.count(RowJson.REV);
      if (rev > Math.max(0, knownRev)) {
        removed.add(new Removal(id, rev, object.instant(OverallIndexJson.AT)));
      }
    }
    removed.sort(Comparator.comparingLong(Removal::rev).reversed()); // stable
    return removed;
  }

  /** The index of a document that the original app wrote. To be called once. */
  OverallIndex originalIndex() {
    OverallIndex index = index();
    List<IndexRow> bare = index.rows().stream().map(OverallIndexReader::ofOriginal).toList();
    return new OverallIndex(0, "", index.lastUpdated(), false, null, 0, List.of(), bare, Map.of());
  }

  private static IndexRow ofOriginal(IndexRow row) {
    SessionMeta meta = row.meta();
    SessionMeta bare =
        new SessionMeta(
            meta.id(),
            meta.fields().withCreatedAt(null),
            meta.fileSizeBytes(),
            meta.checksum(),
            null,
            false,
            null);
    return new IndexRow(bare, false, 0, row.other());
  }
}
