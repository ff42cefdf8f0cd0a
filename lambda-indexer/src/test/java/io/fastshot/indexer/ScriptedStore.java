package io.fastshot.indexer;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store that notes every request, and does what a test wants just before or just after one takes
 * effect: another writer's work, or a failure (after the effect: a lost answer).
 */
public final class ScriptedStore implements ObjectStore {
  private final ObjectStore inner;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Step> steps = new CopyOnWriteArrayList<>();
  private final Map<String, GetOutcome> answers = new ConcurrentHashMap<>();

  public enum Verb {
    GET,
    HEAD,
    PUT,
    DELETE,
    LIST
  }

  record Request(Verb verb, String key) {}

  private static final class Step {
    private final boolean before;
    private final Verb verb;
    private final String key;
    private final Runnable action;
    private int skip;
    private int left;

    Step(boolean before, Request request, Runnable action, int skip, int times) {
      this.before = before;
      this.verb = request.verb();
      this.key = request.key();
      this.action = action;
      this.skip = skip;
      this.left = times;
    }

    private synchronized boolean takes(boolean isBefore, Verb isVerb, String isKey) {
      if (isBefore != before || isVerb != verb || !isKey.startsWith(key) || left == 0) {
        return false;
      }
      if (skip > 0) {
        skip--;
        return false;
      }
      left--;
      return true;
    }
  }

  ScriptedStore(ObjectStore inner) {
    this.inner = inner;
  }

  /** Runs {@code action} before the next {@code times} such requests take effect. */
  public void before(Verb verb, String keyPrefix, int times, Runnable action) {
    steps.add(new Step(true, new Request(verb, keyPrefix), action, 0, times));
  }

  /** As {@link #before(Verb, String, int, Runnable)}, leaving out the first {@code skip}. */
  public void beforeNth(Verb verb, String keyPrefix, int skip, Runnable action) {
    steps.add(new Step(true, new Request(verb, keyPrefix), action, skip, 1));
  }

  /** Runs {@code action} after the next {@code times} such requests took effect. */
  public void after(Verb verb, String keyPrefix, int times, Runnable action) {
    steps.add(new Step(false, new Request(verb, keyPrefix), action, 0, times));
  }

  /** Gives that answer to the next GET of a key, in place of the bucket's. */
  void answerNextGet(String key, GetOutcome answer) {
    answers.put(key, answer);
  }

  /** Requests since the last {@link #forget()}. */
  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** How many of them have this verb and a key that begins so. */
  public long count(Verb verb, String keyPrefix) {
    return requests.stream()
        .filter(request -> request.verb() == verb && request.key().startsWith(keyPrefix))
        .count();
  }

  public void forget() {
    requests.clear();
  }

  public static Runnable unavailable() {
    return () -> {
      throw new StoreException.Unavailable("503", null);
    };
  }

  static Runnable denied() {
    return () -> {
      throw new StoreException.Denied("403", null);
    };
  }

  private <T> T run(Verb verb, String key, Supplier<T> request) {
    requests.add(new Request(verb, key));
    play(true, verb, key);
    T outcome = request.get();
    play(false, verb, key);
    return outcome;
  }

  private void play(boolean before, Verb verb, String key) {
    for (Step step : steps) {
      if (step.takes(before, verb, key)) {
        step.action.run();
      }
    }
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    return run(
        Verb.GET,
        key,
        () -> {
          GetOutcome answer = answers.remove(key);
          return answer == null ? inner.get(key, range, precondition) : answer;
        });
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return run(Verb.HEAD, key, () -> inner.head(key));
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    return run(Verb.PUT, key, () -> inner.put(key, content, precondition));
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    return run(Verb.DELETE, key, () -> inner.delete(key, precondition));
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    return inner.copy(source, sourceEtag, target, precondition);
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    return run(Verb.LIST, prefix, () -> inner.list(prefix, token));
  }

  @Override
  public void close() {
    inner.close();
  }
}
