package io.fastshot.client.data.catalog;

import io.fastshot.client.data.bytes.RestOfObject;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.json.OverallIndexJson.HeadReading;
import io.fastshot.json.OverallIndexJson.Reading;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionId;
import io.fastshot.store.ByteRange;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Brings a catalog up to date with as few requests and bytes as that takes.
 *
 * <p><b>Cost:</b> nothing new: 1 request without a body. Something new: 1 request of at most {@link
 * #HEAD_BYTES}, and a second one that is ended as soon as the first row comes that is known.
 * Nothing known, or the head cannot tell what changed: 1 request more, for the whole document. An
 * index of the original app: 1 listing request per 1,000 sessions more, and 1 request for each
 * session that is new; the same 1 request for rows that nobody observed. No index and nothing
 * known: 1 listing more, which tells a new library from one that lost its index.
 *
 * <p><b>Threads:</b> safe from any number of threads.
 */
public final class CatalogRefresher {
  /** One TCP window or so: what comes before the reader could say stop. */
  static final int HEAD_BYTES = 32 * 1024;

  private static final int MAX_TRIES = 3;

  private final ObjectStore store;
  private final KeyLayout layout;
  private final HearsayRows hearsay;

  public CatalogRefresher(ObjectStore store, KeyLayout layout) {
    this.store = store;
    this.layout = layout;
    this.hearsay = new HearsayRows(store, layout);
  }

  /** What the bucket said. */
  sealed interface Answer {
    /** The catalog is up to date. */
    record Same() implements Answer {}

    /**
     * There is no index.
     *
     * @param sessions whether there are sessions nevertheless; looked at only if none are known
     */
    record Missing(boolean sessions) implements Answer {}

    /** The catalog as it is now. */
    record Newer(Catalog catalog) implements Answer {}

    /** The index is not one. */
    record Unreadable(String reason) implements Answer {}
  }

  /**
   * Asks what is new.
   *
   * @throws StoreException if the store does not answer
   * @throws IOException if the connection breaks
   */
  Answer ask(Catalog known) throws IOException {
    for (int i = 0; i < MAX_TRIES; i++) {
      Optional<Answer> answer = tryOnce(known);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new StoreException.Unavailable(
        "the index was replaced at each of " + MAX_TRIES + " tries to read it", null);
  }

  private Optional<Answer> tryOnce(Catalog known) throws IOException {
    ETag etag = known.etag();
    GetOutcome outcome =
        etag == null
            ? store.get(layout.overallMeta(), ByteRange.whole(), Precondition.none())
            : store.get(
                layout.overallMeta(), ByteRange.of(0, HEAD_BYTES), Precondition.differs(etag));
    return switch (outcome) {
      case GetOutcome.NotModified _ ->
          Optional.of(
              hearsay
                  .again(known.index())
                  .<Answer>map(index -> new Answer.Newer(known.with(index)))
                  .orElseGet(Answer.Same::new));
      case GetOutcome.Absent _ ->
          Optional.of(new Answer.Missing(known.index().rows().isEmpty() && hasSessions()));
      case GetOutcome.OutOfRange _ -> Optional.of(new Answer.Unreadable("it is empty"));
      case GetOutcome.Changed _ -> Optional.empty();
      case GetOutcome.Found found ->
          etag == null || found.info().sizeBytes() <= HEAD_BYTES
              ? readWhole(found, known)
              : readHead(found, known);
    };
  }

  private boolean hasSessions() {
    return store.list(layout.sessions(), null).objects().stream()
        .anyMatch(entry -> layout.parse(entry.key()) instanceof ObjectKey.Session);
  }

  private Optional<Answer> readHead(GetOutcome.Found found, Catalog known) throws IOException {
    HeadReading head;
    try (RestOfObject in = new RestOfObject(store, found)) {
      head = OverallIndexJson.readHead(in, known.index().rev());
    } catch (RestOfObject.ChangedException _) {
      return Optional.empty(); // replaced between the two requests: begin again
    }
    if (head.index().rev() > known.index().rev()) { // 0 where the head cannot tell what changed
      OverallIndex news = hearsay.completed(head.index(), known);
      OverallIndex merged = merge(known.index(), news);
      if (merged.rows().size() == head.totalSessions()) {
        return Optional.of(new Answer.Newer(new Catalog(merged, found.info().etag(), null, false)));
      }
    }
    GetOutcome whole =
        store.get(
            layout.overallMeta(), ByteRange.whole(), Precondition.matches(found.info().etag()));
    return whole instanceof GetOutcome.Found again ? readWhole(again, known) : Optional.empty();
  }

  private Optional<Answer> readWhole(GetOutcome.Found found, Catalog known) throws IOException {
    Reading reading;
    try (RestOfObject in = new RestOfObject(store, found)) {
      reading = OverallIndexJson.read(in);
    } catch (RestOfObject.ChangedException _) {
      return Optional.empty(); // replaced between the two requests: begin again
    }
    ETag etag = found.info().etag();
    return Optional.of(
        switch (reading) {
          case Reading.Native(OverallIndex index) ->
              new Answer.Newer(new Catalog(hearsay.completed(index, known), etag, null, false));
          case Reading.Original(OverallIndex index) -> {
            HearsayRows.Listed listed = hearsay.listed(index, known);
            yield new Answer.Newer(Catalog.ofOriginal(listed.index(), etag, listed.unlisted()));
          }
          case Reading.Garbage(String reason) -> new Answer.Unreadable(reason);
        });
  }

  private static OverallIndex merge(OverallIndex known, OverallIndex head) {
    Set<SessionId> touched = new HashSet<>();
    head.rows().forEach(row -> touched.add(row.id()));
    head.removed().forEach(removal -> touched.add(removal.id()));
    List<IndexRow> rows = new ArrayList<>(head.rows());
    known.rows().stream().filter(row -> !touched.contains(row.id())).forEach(rows::add);
    List<Removal> removed =
        Stream.concat(
                head.removed().stream(),
                known.removed().stream()
                    .filter(removal -> removal.rev() > head.removedFloor())
                    .filter(removal -> !touched.contains(removal.id())))
            .toList();
    return new OverallIndex(
        head.rev(),
        head.nonce(),
        head.lastUpdated(),
        head.complete(),
        head.rebuild(),
        head.removedFloor(),
        removed,
        rows,
        head.other());
  }
}
