package io.fastshot.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Indexes to test with. */
public final class IndexSamples {
  private IndexSamples() {}

  /** A point in time. */
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  /** A session's metadata. */
  public static SessionMeta meta(String base) {
    SessionFields fields =
        new SessionFields(
            "名前 " + base,
            "one \"line\"\nand another 🔑",
            List.of("test", "", "test"),
            "green",
            "development",
            3,
            "2025-06-21T11:46:15.123456");
    return new SessionMeta(
        new SessionId(base),
        fields,
        2_048_576,
        Checksum.sha256("ab".repeat(32)),
        "\"9a0364b9e99bb480dd25e1f0284c8555\"",
        true,
        null);
  }

  /** The rows {@code s1} to {@code sN}, each of its own rev, highest first. */
  public static OverallIndex index(int rows) {
    List<IndexRow> list = new ArrayList<>();
    for (int rev = rows; rev >= 1; rev--) {
      list.add(IndexRow.of(meta("s" + rev), rev));
    }
    return new OverallIndex(rows, "n" + rows, NOW, true, null, 0, List.of(), list, Map.of());
  }

  private static RebuildState rebuild() {
    BitSet done = new BitSet();
    done.set(0);
    done.set(9);
    return new RebuildState(
        "r1",
        RebuildState.Mode.OVERALL,
        RebuildState.State.RUNNING,
        12,
        3_000,
        done,
        NOW,
        NOW.plusSeconds(5));
  }

  /** An index that has something in every member. */
  public static OverallIndex full() {
    RebuildState rebuild = rebuild();
    SessionMeta bad =
        new SessionMeta(
            new SessionId("bad/../名.fastshot"),
            SessionFields.unnamed(0),
            0,
            null,
            null,
            false,
            "the key is wrong");
    Map<String, @Nullable Object> unknown =
        Map.of("later", List.of(Map.of("deep", List.of(1L, true))));
    List<IndexRow> rows =
        List.of(
            new IndexRow(bad, false, 7, unknown),
            IndexRow.of(meta("new"), 7),
            new IndexRow(meta("old"), true, 2, Map.of()));
    List<Removal> removed =
        List.of(
            new Removal(new SessionId("gone"), 6, NOW),
            new Removal(new SessionId("before"), 3, null));
    return new OverallIndex(7, "nonce", NOW, true, rebuild, 1, removed, rows, unknown);
  }

  /**
   * {@link #full()} written, with bytes in texts and names that would be above U+10FFFF, if that
   * existed.
   */
  public static byte[] withACodePointAboveUnicode() {
    String bytes = new String(OverallIndexJson.write(full()).bytes(), ISO_8859_1);
    return bytes
        .replace("\u00f0\u009f", "\u00f4\u009f")
        .replace("\"later\"", "\"later \u00f4\u009f\u0094\u0091\"")
        .getBytes(ISO_8859_1);
  }
}
