package io.fastshot.indexer.exhaustive;

import io.fastshot.indexer.exhaustive.Documents.Document;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what an invocation wants to install against what it has read: the invariants I1 and I3 of
 * docs/ARCHITECTURE.md, which depend on nothing else than its own history.
 */
final class Observations {
  private final Documents documents;
  private final List<Call> calls;
  private final List<Integer> answers;

  /** How the last observation of a session stands. */
  enum Standing {
    NONE,
    BEFORE_ANY_BASE,
    TOUCHED_SINCE,
    GOOD
  }

  /**
   * @param calls of a history
   * @param answers to each of them
   */
  Observations(Documents documents, List<Call> calls, List<Integer> answers) {
    this.documents = documents;
    this.calls = calls;
    this.answers = answers;
  }

  /** For each session. */
  List<Standing> standings() {
    List<Standing> standings = new ArrayList<>();
    for (int key = 0; key < Bucket.KEYS; key++) {
      standings.add(standing(key));
    }
    return standings;
  }

  /** I1: made after its base was installed, or untouched in each later base that was read. */
  private Standing standing(int key) {
    int observed = lastObservation(key);
    if (observed < 0 || answers.get(observed) < 0) {
      return Standing.NONE;
    }
    int base = lastRead(observed);
    if (base < 0) {
      return Standing.BEFORE_ANY_BASE;
    }
    for (int at = observed + 1; at < calls.size(); at++) {
      if (calls.get(at) instanceof Call.ReadIndex && answers.get(at) >= 0) {
        int next = answers.get(at);
        if (next != base && (next == 0 || touched(next, key) > rev(base))) {
          return Standing.TOUCHED_SINCE;
        }
        base = next;
      }
    }
    return Standing.GOOD;
  }

  private long touched(int document, int key) {
    return documents.get(document).touched(Bucket.id(key));
  }

  /** Which promise a write that follows breaks when it is applied; null if none. */
  @Nullable String broken(Call.WriteIndex write) {
    Document next = documents.get(write.next());
    if (!next.drawn()) {
      return "I3: its nonce is not fresh";
    }
    int base = lastRead(calls.size());
    if (base < 0) {
      return "I1: written without reading the index";
    }
    if (base != write.base()) {
      return "I1: not conditional on the version that was read";
    }
    if (base != 0 && next.index().rev() != rev(base) + 1) {
      return "I3: its rev is not the next";
    }
    for (int key = 0; key < Bucket.KEYS; key++) {
      String broken = broken(key, next, base);
      if (broken != null) {
        return broken;
      }
    }
    return null;
  }

  private @Nullable String broken(int key, Document next, int base) {
    SessionId id = Bucket.id(key);
    if (next.touched(id) != next.index().rev()) {
      Optional<IndexRow> before = base == 0 ? Optional.empty() : documents.get(base).row(id);
      return next.row(id).equals(before) ? null : "I1: " + id + " was changed and not touched";
    }
    return switch (standing(key)) {
      case NONE -> "I1: " + id + " was not observed";
      case BEFORE_ANY_BASE -> "I1: " + id + " was observed before the index was read";
      case TOUCHED_SINCE -> "I1: " + id + " was touched since it was observed";
      case GOOD ->
          says(next.index(), key, answers.get(lastObservation(key)))
              ? null
              : "I1: " + id + " is not as it was observed";
    };
  }

  private long rev(int document) {
    return document == 0 ? 0 : documents.get(document).index().rev();
  }

  private static boolean says(OverallIndex index, int key, int observed) {
    Optional<String> src =
        index.rows().stream()
            .filter(row -> row.id().equals(Bucket.id(key)))
            .map(row -> String.valueOf(row.meta().src()))
            .findFirst();
    return observed == 0
        ? src.isEmpty()
        : Objects.equals(src.orElse(null), Bucket.etag(key, observed).value());
  }

  /** The version that was read last before a point; -1 if none was. */
  private int lastRead(int end) {
    for (int at = end - 1; at >= 0; at--) {
      if (calls.get(at) instanceof Call.ReadIndex && answers.get(at) >= 0) {
        return answers.get(at);
      }
    }
    return -1;
  }

  private int lastObservation(int key) {
    for (int at = calls.size() - 1; at >= 0; at--) {
      if (calls.get(at) instanceof Call.ReadSession(int read) && read == key) {
        return at;
      }
    }
    return -1;
  }
}
