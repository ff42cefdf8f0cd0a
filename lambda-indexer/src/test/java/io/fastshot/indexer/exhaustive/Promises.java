package io.fastshot.indexer.exhaustive;

import io.fastshot.indexer.exhaustive.Documents.Document;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold when nothing more needs to happen: I4 of docs/ARCHITECTURE.md. */
final class Promises {
  private final Scenario scenario;
  private final Bucket bucket;
  private final Documents documents;

  Promises(Scenario scenario, Steps steps) {
    this.scenario = scenario;
    this.bucket = steps.bucket;
    this.documents = steps.documents;
  }

  /** What is wrong with a state in which nothing more needs to happen; null if nothing. */
  @Nullable String wrongAtTheEnd(State state) {
    if (state.changed() < scenario.changes().size() || state.queue() != 0 || !state.isAtRest()) {
      return null;
    }
    Document document = documents.get(state.document());
    for (int key = 0; key < Bucket.KEYS; key++) {
      int value = Bucket.ofPair(state.sources(), key);
      String src = document.row(Bucket.id(key)).map(row -> row.meta().src()).orElse(null);
      String expected = value == 0 ? null : Bucket.etag(key, value).value();
      if (!Objects.equals(src, expected)) {
        return "I4: the index says " + src + " of " + Bucket.id(key) + ", the bucket " + expected;
      }
      if (scenario.detail() != Scenario.Detail.ROWS
          && !bucket.describes(Bucket.ofPair(state.metas(), key), key, value)) {
        return "I4: the meta index of " + Bucket.id(key) + " is not of " + expected;
      }
    }
    var rebuild = document.index().rebuild();
    boolean counted = rebuild != null && !rebuild.isRunning();
    return state.rebuild() == State.SENT && !counted ? "I4: the rebuild never ends" : null;
  }
}
