package io.fastshot.client.verify;

import io.fastshot.json.OverallIndexJson;
import io.fastshot.json.OverallIndexJson.Reading;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.store.ByteRange;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The overall index as it stands in the bucket.
 *
 * @param index ours; of a document that is not ours, empty
 * @param etag of the document; null if there is none
 * @param trouble what is wrong with the document as a whole; null if it is ours
 * @param detail in words for a person; empty if nothing is wrong
 */
record IndexState(OverallIndex index, @Nullable ETag etag, @Nullable Kind trouble, String detail) {

  /** As the indexer has it: after so long without progress a rebuild counts as given up. */
  private static final Duration STUCK = Duration.ofMinutes(15);

  /** One request for the whole document. */
  static IndexState read(ObjectStore store, String key) {
    return switch (store.get(key, ByteRange.whole(), Precondition.none())) {
      case GetOutcome.Absent _ ->
          new IndexState(OverallIndex.empty(), null, Kind.INDEX_MISSING, "no " + key);
      case GetOutcome.Found found -> read(found);
      case GetOutcome.NotModified _, GetOutcome.Changed _, GetOutcome.OutOfRange _ ->
          throw new StoreException.Unavailable("an unasked answer for " + key, null);
    };
  }

  private static IndexState read(GetOutcome.Found found) {
    ETag etag = found.info().etag();
    try (found) {
      return switch (OverallIndexJson.read(found.body())) {
        case Reading.Native(OverallIndex index) -> new IndexState(index, etag, null, "");
        case Reading.Original(OverallIndex index) ->
            new IndexState(
                OverallIndex.empty(),
                etag,
                Kind.INDEX_OF_THE_ORIGINAL,
                "it lists " + index.rows().size() + " sessions, without their names");
        case Reading.Garbage(String reason) ->
            new IndexState(OverallIndex.empty(), etag, Kind.INDEX_UNREADABLE, reason);
      };
    } catch (IOException e) {
      throw new StoreException.Unavailable("the connection broke while the index was read", e);
    }
  }

  /** Whether its rows can be compared with the bucket. */
  boolean isOurs() {
    return trouble == null;
  }

  List<IndexRow> rows() {
    return index.rows();
  }

  /**
   * Tells what is to be said of the document itself.
   *
   * @param isEmpty whether there is nothing in the bucket that an index could tell of
   */
  void tell(boolean isEmpty, Instant now, Consumer<Finding> findings) {
    Kind wrong = trouble;
    if (wrong != null) {
      if (wrong != Kind.INDEX_MISSING || !isEmpty) {
        findings.accept(new Finding(wrong, "", detail, null));
      }
      return;
    }
    Optional<RebuildState> running =
        Optional.ofNullable(index.rebuild()).filter(RebuildState::isRunning);
    if (running.isPresent()) {
      tell(running.get(), now, findings);
    } else if (!index.complete()) {
      findings.accept(
          new Finding(
              Kind.INDEX_INCOMPLETE, "", "it may lack sessions, and no rebuild is running", null));
    }
  }

  private static void tell(RebuildState rebuild, Instant now, Consumer<Finding> findings) {
    boolean stuck = Duration.between(rebuild.updatedAt(), now).abs().compareTo(STUCK) >= 0;
    findings.accept(
        new Finding(
            stuck ? Kind.REBUILD_STUCK : Kind.REBUILD_RUNNING,
            "",
            "%s: %d of %d parts done, last progress %s"
                .formatted(
                    rebuild.mode().jsonName(),
                    rebuild.partsDone(),
                    rebuild.parts(),
                    rebuild.updatedAt()),
            null));
  }
}
