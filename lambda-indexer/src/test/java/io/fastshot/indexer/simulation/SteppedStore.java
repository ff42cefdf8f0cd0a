package io.fastshot.indexer.simulation;

import io.fastshot.model.ObjectKey;
import io.fastshot.model.SessionId;
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
import io.fastshot.store.Verb;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bucket as one actor reaches it: each request waits for its turn and may go wrong. */
final class SteppedStore implements ObjectStore {
  private final World world;
  private final Actor actor;

  SteppedStore(World world, Actor actor) {
    this.world = world;
    this.actor = actor;
  }

  private <T> T request(Verb verb, String key, Supplier<T> bucket) {
    return apply(actor.await(new Pending.Request(verb, key, false)), key, bucket, null);
  }

  private <T> T write(
      Verb verb, String key, Precondition condition, Supplier<T> bucket, T refused) {
    boolean conditional = !(condition instanceof Precondition.None);
    return apply(actor.await(new Pending.Request(verb, key, conditional)), key, bucket, refused);
  }

  private <T> T apply(Trouble trouble, String key, Supplier<T> bucket, @Nullable T refused) {
    return switch (trouble) {
      case NONE, TRUNCATED_LIST, CUT_BODY -> bucket.get();
      case DENIED -> throw new StoreException.Denied(key + ": 403 (simulated)", null);
      case NO_BUCKET -> throw new StoreException.Rejected(key + ": no bucket (simulated)", null);
      case THROTTLED, ERROR_IN_OK -> throw noAnswer(key);
      case CONFLICT -> refusal(refused);
      case REFUSED_THOUGH_APPLIED -> {
        T _ = bucket.get();
        yield refusal(refused);
      }
      case LOST_ANSWER -> {
        T _ = bucket.get();
        throw noAnswer(key);
      }
      case LATE_WRITE -> {
        world.postpone(actor.requestName(), bucket);
        throw noAnswer(key);
      }
      case CRASH_AFTER -> {
        T _ = bucket.get();
        throw new SteppedTask.Killed();
      }
    };
  }

  private static <T> T refusal(@Nullable T refused) {
    if (refused == null) {
      throw new IllegalStateException("only writes are refused");
    }
    return refused;
  }

  private static StoreException noAnswer(String key) {
    return new StoreException.Unavailable(key + ": no answer (simulated)", null);
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    Trouble trouble = actor.await(new Pending.Request(Verb.GET, key, false));
    GetOutcome outcome =
        apply(trouble, key, () -> world.bucket().get(key, range, precondition), null);
    if (!(precondition instanceof Precondition.Matches)) {
      switch (outcome) {
        case GetOutcome.Found found -> saw(key, found.info());
        case GetOutcome.Absent _ -> saw(key, null);
        case GetOutcome.OutOfRange _, GetOutcome.Changed _, GetOutcome.NotModified _ -> {}
      }
    }
    if (precondition instanceof Precondition.Differs && outcome instanceof GetOutcome.Found) {
      world.tally().count(Happening.SECOND_LOOK);
    }
    if (trouble == Trouble.CUT_BODY && outcome instanceof GetOutcome.Found found) {
      return new GetOutcome.Found(found.info(), found.offset(), new CutBody(found.body()));
    }
    return outcome;
  }

  private void saw(String key, @Nullable ObjectInfo info) {
    switch (world.layout().parse(key)) {
      case ObjectKey.OverallMeta _ -> actor.readIndex(world.step());
      case ObjectKey.Session(SessionId id) ->
          actor.saw(id, world.step(), info == null ? null : info.etag().value());
      case ObjectKey.MetaIndex(SessionId id) -> actor.sawMetaIndex(id);
      case ObjectKey.Thumbnail _, ObjectKey.Trash _, ObjectKey.Foreign _ -> {}
    }
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    Optional<ObjectInfo> info = request(Verb.HEAD, key, () -> world.bucket().head(key));
    saw(key, info.orElse(null));
    return info;
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    boolean index = key.equals(world.layout().overallMeta());
    Supplier<PutOutcome> bucket =
        index
            ? world.history().indexWrite(actor, content, precondition)
            : world
                .history()
                .derived()
                .write(actor, key, () -> world.bucket().put(key, content, precondition));
    return write(Verb.PUT, key, precondition, bucket, new PutOutcome.Conflict());
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    Supplier<DeleteOutcome> bucket =
        world.history().derived().write(actor, key, () -> world.bucket().delete(key, precondition));
    return write(Verb.DELETE, key, precondition, bucket, new DeleteOutcome.Conflict());
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    throw new UnsupportedOperationException("the indexer copies nothing");
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    Trouble trouble = actor.await(new Pending.Request(Verb.LIST, prefix, false));
    ListPage page = apply(trouble, prefix, () -> world.bucket().list(prefix, token), null);
    if (trouble == Trouble.TRUNCATED_LIST) {
      return new ListPage(page.objects().subList(0, page.objects().size() / 2), null);
    }
    return page;
  }

  @Override
  public void close() {}

  /** Gives half of its bytes. */
  private static final class CutBody extends InputStream {
    private final InputStream body;
    private int left;

    CutBody(InputStream body) {
      this.body = body;
      try {
        this.left = body.available() / 2;
      } catch (IOException e) {
        throw new IllegalStateException("bytes in memory are available", e);
      }
    }

    @Override
    public int read() throws IOException {
      takeOne();
      return body.read();
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      takeOne();
      return body.read(buffer, from, 1);
    }

    private void takeOne() throws IOException {
      if (left == 0) {
        throw new IOException("the connection broke (simulated)");
      }
      left--;
    }
  }
}
