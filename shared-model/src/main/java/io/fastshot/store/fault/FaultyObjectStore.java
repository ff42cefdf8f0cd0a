package io.fastshot.store.fault;

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
import io.fastshot.store.parts.PartUploads;
import io.fastshot.store.parts.WrappedPartUploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store that fails as a plan says: answers get lost, writes land late, listings end early. What
 * is applied is applied by the store behind it, with its conditions.
 *
 * <p><b>Threads:</b> safe from any number. The plan is asked, and late writes land, under one lock;
 * with one thread, or threads that take turns, everything is repeatable.
 */
public final class FaultyObjectStore implements ObjectStore {
  private final ObjectStore store;
  private final FaultPlan plan;
  private final Waiter waiter;
  private final List<Late> late = new ArrayList<>();
  private long calls;

  private record Late(Call call, long landsAt, Supplier<?> write) {}

  /**
   * Disturbs a store.
   *
   * @param store does the work; closed with this one
   * @param waiter lets the time of {@link Fault.Delayed} pass
   */
  public FaultyObjectStore(ObjectStore store, FaultPlan plan, Waiter waiter) {
    this.store = store;
    this.plan = plan;
    this.waiter = waiter;
  }

  /** The writes that still travel, oldest first. */
  public synchronized List<Call> lateWrites() {
    return late.stream().map(Late::call).toList();
  }

  /**
   * Lets one late write reach the store now.
   *
   * @param index in {@link #lateWrites()}
   */
  public synchronized void landLate(int index) {
    var _ = late.remove(index).write().get();
  }

  /** Lets all late writes reach the store now, oldest first. */
  public synchronized void landAll() {
    while (!late.isEmpty()) {
      landLate(0);
    }
  }

  /** What to do with a call: its number is taken, the writes that are due have landed. */
  private record Decision(Call call, Fault fault) {}

  private Decision decide(Verb verb, String key, Precondition precondition) {
    Decision decision = draw(verb, key, precondition);
    Fault fault = decision.fault();
    while (fault instanceof Fault.Delayed(var delay, var then)) {
      await(delay);
      fault = then;
    }
    if (fault instanceof Fault.NotApplied(Fault.Failure failure)) {
      throw failure(failure, decision.call());
    }
    return new Decision(decision.call(), fault);
  }

  private synchronized Decision draw(Verb verb, String key, Precondition precondition) {
    Call call = new Call(calls++, verb, key, precondition);
    for (int i = 0; i < late.size(); ) {
      if (late.get(i).landsAt() <= call.number()) {
        landLate(i);
      } else {
        i++;
      }
    }
    return new Decision(call, plan.next(call));
  }

  private void await(Duration delay) {
    try {
      waiter.await(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException.Unavailable("interrupted while waiting for the answer", e);
    }
  }

  private static StoreException failure(Fault.Failure failure, Call call) {
    String what = call.verb() + " of " + call.key() + ": ";
    return switch (failure) {
      case UNREACHABLE -> new StoreException.Unavailable(what + "no connection (on purpose)", null);
      case THROTTLED -> new StoreException.Unavailable(what + "503 SlowDown (on purpose)", null);
      case DENIED -> new StoreException.Denied(what + "403 AccessDenied (on purpose)", null);
    };
  }

  private static StoreException lost(Call call) {
    return new StoreException.Unavailable(
        call.verb() + " of " + call.key() + ": the answer was lost (on purpose)", null);
  }

  private <T> T read(Decision decision, Supplier<T> request) {
    return switch (decision.fault()) {
      case Fault.LostAnswer _, Fault.LateWrite _ -> throw lost(decision.call());
      default -> request.get();
    };
  }

  private <T> T write(Decision decision, Supplier<T> request, T conflict) {
    return switch (decision.fault()) {
      case Fault.LostAnswer _ -> {
        var _ = request.get();
        throw lost(decision.call());
      }
      case Fault.LateWrite(long afterCalls) -> {
        postpone(decision.call(), afterCalls, request);
        throw lost(decision.call());
      }
      case Fault.WriteConflict _ -> conflict;
      default -> request.get();
    };
  }

  private synchronized void postpone(Call call, long afterCalls, Supplier<?> request) {
    long at = call.number() + Math.min(afterCalls, Long.MAX_VALUE - 1 - call.number()) + 1;
    late.add(new Late(call, at, request));
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    return read(decide(Verb.GET, key, precondition), () -> store.get(key, range, precondition));
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return read(decide(Verb.HEAD, key, Precondition.none()), () -> store.head(key));
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    Decision decision = decide(Verb.PUT, key, precondition);
    Content sent = decision.fault() instanceof Fault.LateWrite ? copied(content) : content;
    return write(decision, () -> store.put(key, sent, precondition), new PutOutcome.Conflict());
  }

  /** The bytes as they are now: the caller may delete a file before they land. */
  private static Content copied(Content content) {
    try (InputStream in = content.source().open()) {
      byte[] bytes = in.readAllBytes();
      return new Content(
          () -> new ByteArrayInputStream(bytes),
          bytes.length,
          content.contentType(),
          content.contentEncoding(),
          content.sha256Hex(),
          content.userMetadata());
    } catch (IOException e) {
      throw new StoreException.Unavailable("the bytes to write cannot be read", e);
    }
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    return write(
        decide(Verb.DELETE, key, precondition),
        () -> store.delete(key, precondition),
        new DeleteOutcome.Conflict());
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    return write(
        decide(Verb.COPY, target, precondition),
        () -> store.copy(source, sourceEtag, target, precondition),
        new PutOutcome.Conflict());
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    Decision decision = decide(Verb.LIST, prefix, Precondition.none());
    ListPage page = read(decision, () -> store.list(prefix, token));
    if (decision.fault() instanceof Fault.TruncatedList(int keep)) {
      var kept = page.objects().subList(0, Math.min(keep, page.objects().size()));
      return new ListPage(kept, null);
    }
    return page;
  }

  @Override
  public Optional<PartUploads> inParts() {
    return store.inParts().map(uploads -> new WrappedPartUploads(uploads, new Disturbed()));
  }

  private final class Disturbed implements WrappedPartUploads.Around {
    @Override
    public <T> T call(
        Verb verb, String key, long bytesUp, Supplier<T> request, Optional<T> conflict) {
      Decision decision = decide(verb, key, Precondition.none());
      if (!verb.isWrite()) {
        return read(decision, request);
      }
      return switch (decision.fault()) {
        case Fault.LateWrite _ when verb == Verb.PUT_PART -> throw lost(decision.call());
        case Fault.WriteConflict _ when conflict.isEmpty() -> throw lost(decision.call());
        case Fault.WriteConflict _ -> conflict.get();
        case Fault.LateWrite(long afterCalls) -> {
          postpone(decision.call(), afterCalls, () -> whatCameOf(request));
          throw lost(decision.call());
        }
        case Fault.LostAnswer _ -> {
          var _ = request.get();
          throw lost(decision.call());
        }
        default -> request.get();
      };
    }

    /** Nobody waits for it any more: a refusal is as good as an answer. */
    private Object whatCameOf(Supplier<?> request) {
      try {
        return request.get();
      } catch (StoreException e) {
        return e;
      }
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
