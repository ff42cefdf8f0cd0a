package io.fastshot.fuzz;

import io.fastshot.json.DocumentException;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.json.OverallIndexJson.HeadReading;
import io.fastshot.json.OverallIndexJson.Reading;
import io.fastshot.json.S3EventJson;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionMeta;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Any bytes as a JSON document; what was read can be written and read again. */
public final class DocumentsFuzz {
  private static final List<Kind> KINDS = List.of(Kind.values());

  private DocumentsFuzz() {}

  /** The documents; the input's first byte says which. */
  enum Kind {
    OVERALL_INDEX,
    META_INDEX,
    S3_EVENT
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length < 2) {
      return;
    }
    byte[] document = Arrays.copyOfRange(input, 2, input.length);
    switch (KINDS.get((input[0] & 0xFF) % KINDS.size())) {
      case OVERALL_INDEX -> overallIndex(document, input[1] & 0xFF);
      case META_INDEX -> metaIndex(document);
      case S3_EVENT -> event(document);
    }
  }

  static byte[] seed(Kind kind, byte[] document) {
    byte[] seed = new byte[document.length + 2];
    seed[0] = (byte) KINDS.indexOf(kind);
    seed[1] = 5;
    System.arraycopy(document, 0, seed, 2, document.length);
    return seed;
  }

  private static void overallIndex(byte[] document, long knownRev) throws IOException {
    OverallIndexJson.readHead(new ByteArrayInputStream(document), knownRev);
    switch (OverallIndexJson.read(document)) {
      case Reading.Garbage(String reason) -> require(!reason.isBlank(), "no reason", "", "");
      case Reading.Original(OverallIndex index) -> written(index, knownRev);
      case Reading.Native(OverallIndex index) -> {
        OverallIndex again = written(index, knownRev);
        // Half a surrogate pair becomes U+FFFD when it is written: the second time nothing changes.
        OverallIndex twice = written(again, knownRev);
        require(again.equals(twice), "overall index", again, twice);
        require(index.equals(again) || hasHalfPair(index), "overall index", index, again);
      }
    }
  }

  private static OverallIndex written(OverallIndex index, long knownRev) throws IOException {
    byte[] bytes = OverallIndexJson.write(index).bytes();
    if (!(OverallIndexJson.read(bytes) instanceof Reading.Native(OverallIndex again))) {
      throw new AssertionError("what was written is no index: " + index);
    }
    HeadReading head = OverallIndexJson.readHead(new ByteArrayInputStream(bytes), knownRev);
    boolean sane = again.rows().stream().allMatch(row -> row.rev() <= again.rev());
    if (sane && !head.needsWhole()) {
      OverallIndex part = head.index();
      require(head.totalSessions() == again.rows().size(), "total", head, again);
      require(part.rev() == again.rev() && part.nonce().equals(again.nonce()), "head", part, again);
      require(
          part.rows().equals(again.rows().stream().filter(r -> r.rev() > knownRev).toList()),
          "rows of the head",
          part,
          again);
      require(
          part.removed().equals(again.removed().stream().filter(r -> r.rev() > knownRev).toList()),
          "removals of the head",
          part,
          again);
    }
    return again;
  }

  private static void metaIndex(byte[] document) {
    SessionMeta meta;
    try {
      meta = MetaIndexJson.read(document);
    } catch (DocumentException e) {
      require(e.getMessage() != null, "no reason", e, "");
      return;
    }
    try {
      SessionMeta again = MetaIndexJson.read(MetaIndexJson.write(meta));
      SessionMeta twice = MetaIndexJson.read(MetaIndexJson.write(again));
      require(again.equals(twice), "meta index", again, twice);
      require(meta.equals(again) || hasHalfPair(meta), "meta index", meta, again);
    } catch (DocumentException e) {
      throw new AssertionError("what was written is no meta index: " + meta, e);
    }
  }

  private static void event(byte[] document) {
    try {
      List<String> keys = S3EventJson.sessionKeys(new String(document, StandardCharsets.UTF_8));
      require(keys.stream().noneMatch(String::isEmpty), "an empty key", keys, "");
    } catch (DocumentException e) {
      require(e.getMessage() != null, "no reason", e, "");
    }
  }

  /** Whether a text has one: from an escape, or of bytes that are no UTF-8. */
  private static boolean hasHalfPair(Object document) {
    return document
        .toString()
        .codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static void require(boolean holds, String what, Object expected, Object actual) {
    if (!holds) {
      throw new AssertionError(what + ": " + expected + " but " + actual);
    }
  }
}
