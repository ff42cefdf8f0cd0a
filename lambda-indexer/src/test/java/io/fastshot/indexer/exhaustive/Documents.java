package io.fastshot.indexer.exhaustive;

import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionId;
import io.fastshot.store.ETag;
import io.fastshot.store.ObjectInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of the overall index that were seen, numbered from 1; 0 is none.
 *
 * <p>Two numbers are the same exactly if the bytes are, so a number serves as ETag.
 *
 * <p>A handler draws placeholders for nonces. When a version is installed, its placeholder becomes
 * the lowest number that nobody at work has seen: handlers only write nonces, and never read them,
 * so which one it is makes no difference as long as it is new. What a handler did not draw is left
 * alone, so that a missing nonce has its effect.
 */
final class Documents {
  private static final String DRAWN = Placeholders.HEX + Placeholders.HEX;
  private static final String ONE_DRAWN = "5eed000000000000".repeat(2);
  private static final Pattern PLACEHOLDER = Pattern.compile("\"nonce\":\"(" + DRAWN + ")\"");
  private static final int REV_BITS = 10;

  private final List<Document> documents = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final LongIntMap installed = new LongIntMap();
  private final LongIntMap unread = new LongIntMap();
  private final LongIntMap shifted = new LongIntMap();

  /**
   * A version.
   *
   * @param nonce which of the canonical nonces; -1 if it has another
   * @param drawn whether its nonce is a placeholder
   */
  record Document(
      int number, byte[] bytes, ObjectInfo info, OverallIndex index, int nonce, boolean drawn) {

    /** The version that touched a session last; 0 if none is told of. */
    long touched(SessionId id) {
      for (IndexRow row : index.rows()) {
        if (row.id().equals(id)) {
          return row.rev();
        }
      }
      for (Removal removal : index.removed()) {
        if (removal.id().equals(id)) {
          return removal.rev();
        }
      }
      return 0;
    }

    Optional<IndexRow> row(SessionId id) {
      return index.rows().stream().filter(row -> row.id().equals(id)).findFirst();
    }
  }

  int size() {
    return documents.size();
  }

  Document get(int number) {
    return documents.get(number - 1);
  }

  int of(OverallIndex index) {
    return numberOf(new String(OverallIndexJson.write(index).bytes(), StandardCharsets.UTF_8));
  }

  /** The number of what a handler wants to write; all that it draws is the same. */
  int ofDrawn(String text) {
    return numberOf(PLACEHOLDER.matcher(text).replaceFirst("\"nonce\":\"" + ONE_DRAWN + "\""));
  }

  private int numberOf(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!(OverallIndexJson.read(bytes) instanceof OverallIndexJson.Reading.Native(var index))) {
      throw new IllegalStateException("a handler wrote what is no index: " + text);
    }
    int number = documents.size() + 1;
    ObjectInfo info =
        new ObjectInfo(
            Bucket.LAYOUT.overallMeta(),
            etag(number),
            bytes.length,
            Bucket.NOW,
            null,
            null,
            Map.of());
    boolean drawn = PLACEHOLDER.matcher(text).find();
    documents.add(new Document(number, bytes, info, index, canonical(index.nonce()), drawn));
    numbers.put(text, number);
    return number;
  }

  static ETag etag(int number) {
    return new ETag("\"index-" + number + "\"");
  }

  static int numberOf(ETag etag) {
    return Integer.parseInt(etag.unquoted().substring("index-".length()));
  }

  /** A canonical nonce. */
  static String nonce(int which) {
    return "%032x".formatted(which);
  }

  private static int canonical(String nonce) {
    boolean ours = nonce.length() == 32 && nonce.startsWith("0000");
    return ours ? Integer.parseInt(nonce.substring(24), 16) : -1;
  }

  /**
   * The version that is there after a write was applied: with the lowest nonce that makes it
   * another one than those that are still known.
   *
   * @param known versions that somebody at work has read, or that a write waits for
   */
  int installed(int written, int... known) {
    if (!get(written).drawn()) {
      return written;
    }
    for (int nonce = 0; ; nonce++) {
      int number = withNonce(written, nonce);
      if (Arrays.stream(known).noneMatch(one -> one == number)) {
        return number;
      }
    }
  }

  private int withNonce(int written, int nonce) {
    long key = ((long) written << 8) | nonce;
    int number = installed.get(key);
    if (number < 0) {
      String text = new String(get(written).bytes(), StandardCharsets.UTF_8);
      Matcher matcher = PLACEHOLDER.matcher(text);
      number = numberOf(matcher.replaceFirst("\"nonce\":\"" + nonce(nonce) + "\""));
      installed.put(key, number);
    }
    return number;
  }

  /**
   * The same version with all revs lower, as if the line of revs had begun later. A rev of 1 is one
   * below all that a handler at work has read.
   */
  int shifted(int number, int by) {
    long key = ((long) number << 8) | by;
    int shifted = this.shifted.get(key);
    if (shifted < 0) {
      shifted = of(mapped(get(number).index(), rev -> Math.max(1, rev - by)));
      this.shifted.put(key, shifted);
    }
    return shifted;
  }

  /**
   * The version that stands for this one while no handler at work has read it.
   *
   * <p>Handlers compare the revs of a version only with the rev of the one that they read before.
   * So only that order matters: revs between the same two of {@code known} become one, and removals
   * that nobody can notice any more are left out. A version whose nonce was not drawn is left as it
   * is.
   *
   * @param known the revs of the versions that handlers at work read last, ascending
   */
  int unread(int number, long[] known) {
    if (number == 0 || get(number).nonce() < 0) {
      return number;
    }
    long key = ((long) number << 2) | known.length;
    for (long rev : known) {
      key = (key << REV_BITS) | rev;
      if (rev >= 1 << REV_BITS) {
        throw new IllegalStateException("a rev has more than " + REV_BITS + " bits");
      }
    }
    int unread = this.unread.get(key);
    if (unread < 0) {
      unread = of(mapped(get(number).index(), rev -> renamed(rev, known)));
      this.unread.put(key, unread);
    }
    return unread;
  }

  private static OverallIndex mapped(OverallIndex index, LongUnaryOperator to) {
    List<IndexRow> rows =
        index.rows().stream()
            .map(row -> row.withRev(to.applyAsLong(row.rev())))
            .sorted(
                Comparator.comparingLong(IndexRow::rev)
                    .reversed()
                    .thenComparing(row -> row.id().base()))
            .toList();
    List<Removal> removed =
        index.removed().stream()
            .map(old -> new Removal(old.id(), to.applyAsLong(old.rev()), old.at()))
            .filter(removal -> removal.rev() > 1)
            .sorted(
                Comparator.comparingLong(Removal::rev)
                    .reversed()
                    .thenComparing(removal -> removal.id().base()))
            .toList();
    return new OverallIndex(
        Math.max(2, to.applyAsLong(index.rev())),
        index.nonce(),
        Bucket.NOW,
        index.complete(),
        index.rebuild(),
        0,
        removed,
        rows,
        index.other());
  }

  private static long renamed(long rev, long[] known) {
    long name = 1; // at or below all that are known
    for (long one : known) {
      if (rev > one) {
        name = one + 1;
      }
    }
    return name;
  }
}
