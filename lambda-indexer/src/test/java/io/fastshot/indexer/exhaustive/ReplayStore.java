package io.fastshot.indexer.exhaustive;

import io.fastshot.indexer.queue.NominationQueue;
import io.fastshot.indexer.queue.QueueException;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.DeleteOutcome;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store and queue that gives the answers of a history, in order. The request after the last one
 * is not answered: it ends the handler with {@link Pause}.
 *
 * <p>Requests about thumbnails are answered at once and are no part of a history: the sessions here
 * have none, so none is ever there, and the answers are the same in every order.
 */
final class ReplayStore implements ObjectStore, NominationQueue {
  private final Bucket bucket;
  private final Documents documents;
  private final int[] history;
  private int answered;

  ReplayStore(Bucket bucket, Documents documents, int[] history) {
    this.bucket = bucket;
    this.documents = documents;
    this.history = history;
  }

  /** The handler's next request; an error, so that no handler catches it. */
  static final class Pause extends Error {
    private static final long serialVersionUID = 1L;
    private final transient Call call;

    private Pause(Call call) {
      super(null, null, false, false);
      this.call = call;
    }

    Call call() {
      return call;
    }
  }

  /**
   * Whether the handler asked for all that its history answers; if not, it is not deterministic.
   */
  boolean isUsedUp() {
    return answered == history.length;
  }

  private int answer(Call call) {
    if (answered == history.length) {
      throw new Pause(call);
    }
    int answer = history[answered++];
    if (answer == Call.UNAVAILABLE) {
      throw new StoreException.Unavailable("503", null);
    }
    if (answer == Call.DENIED) {
      throw new StoreException.Denied("403", null);
    }
    return answer;
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    return switch (Bucket.LAYOUT.parse(key)) {
      case ObjectKey.OverallMeta _ -> {
        int number = answer(new Call.ReadIndex());
        yield number == 0 ? new GetOutcome.Absent() : found(documents.get(number), precondition);
      }
      case ObjectKey.Session(var id) -> {
        int which = Bucket.keyOf(id);
        int value = answer(new Call.ReadSession(which));
        yield value == 0
            ? new GetOutcome.Absent()
            : found(Bucket.info(which, value), Bucket.bytes(which, value));
      }
      default -> throw unforeseen("GET " + key);
    };
  }

  private static GetOutcome found(Documents.Document document, Precondition precondition) {
    return precondition.equals(Precondition.differs(document.info().etag()))
        ? new GetOutcome.NotModified()
        : found(document.info(), document.bytes());
  }

  private static GetOutcome found(ObjectInfo info, byte[] bytes) {
    return new GetOutcome.Found(info, 0, new ByteArrayInputStream(bytes));
  }

  private static AssertionError unforeseen(String request) {
    return new AssertionError("the exploration does not know this request: " + request);
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    if (!(Bucket.LAYOUT.parse(key) instanceof ObjectKey.Session(var id))) {
      throw unforeseen("HEAD " + key);
    }
    int value = answer(new Call.ReadSession(Bucket.keyOf(id)));
    return value == 0 ? Optional.empty() : Optional.of(Bucket.info(Bucket.keyOf(id), value));
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    Call call =
        switch (Bucket.LAYOUT.parse(key)) {
          case ObjectKey.OverallMeta _ ->
              new Call.WriteIndex(
                  documents.ofDrawn(new String(bytes(content), StandardCharsets.UTF_8)),
                  base(precondition));
          case ObjectKey.MetaIndex(var id) ->
              new Call.WriteMeta(Bucket.keyOf(id), bucket.meta(bytes(content)));
          default -> throw unforeseen("PUT " + key);
        };
    return answer(call) == Call.CONFLICT
        ? new PutOutcome.Conflict()
        : new PutOutcome.Installed(new ETag("\"unread\""));
  }

  private static int base(Precondition precondition) {
    return switch (precondition) {
      case Precondition.None _ -> Call.WriteIndex.ANY;
      case Precondition.Absent _ -> 0;
      case Precondition.Matches(ETag etag) -> Documents.numberOf(etag);
      case Precondition.Differs _ -> throw new IllegalArgumentException("not for a write");
    };
  }

  private static byte[] bytes(Content content) {
    try (var in = content.source().open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    switch (Bucket.LAYOUT.parse(key)) {
      case ObjectKey.MetaIndex(var id) -> answer(new Call.WriteMeta(Bucket.keyOf(id), 0));
      case ObjectKey.Thumbnail _ -> {}
      default -> throw unforeseen("DELETE " + key);
    }
    return new DeleteOutcome.Gone();
  }

  @Override
  public PutOutcome copy(String source, ETag etag, String target, Precondition precondition) {
    throw unforeseen("COPY " + source);
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    KeyLayout layout = Bucket.LAYOUT;
    List<ListPage.Entry> entries = new ArrayList<>();
    if (prefix.equals(layout.sessions())) {
      int pair = answer(new Call.ListSessions());
      for (int key = 0; key < Bucket.KEYS; key++) {
        int value = Bucket.ofPair(pair, key);
        if (value != 0) {
          entries.add(entry(Bucket.info(key, value)));
        }
      }
    } else if (prefix.equals(layout.metaIndexes())) {
      int pair = answer(new Call.ListMetas());
      for (int key = 0; key < Bucket.KEYS; key++) {
        if (Bucket.ofPair(pair, key) != 0) {
          entries.add(
              new ListPage.Entry(
                  layout.metaIndex(Bucket.id(key)), new ETag("\"unread\""), 1, Bucket.NOW));
        }
      }
    }
    return new ListPage(entries, null);
  }

  private static ListPage.Entry entry(ObjectInfo info) {
    return new ListPage.Entry(info.key(), info.etag(), info.sizeBytes(), info.lastModified());
  }

  @Override
  public void send(List<String> bodies) {
    try {
      int _ = answer(new Call.Send(bodies.stream().map(bucket::message).toList()));
    } catch (StoreException.Unavailable e) {
      throw new QueueException("the queue did not answer", e);
    }
  }

  /** A look finds what others wrote. Nobody does here, so it would change nothing. */
  @Override
  public void sendLater(String body, Duration delay) {}

  @Override
  public void close() {}
}
