package io.fastshot.indexer.exhaustive;

import io.fastshot.indexer.run.CommitPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that invocations can do: a graph for each, whose nodes are histories of answers. Grows as it
 * is asked; each node runs the real handler, from its beginning.
 *
 * <p>Two histories are one node if the handler cannot tell them apart: it read the same version of
 * the index last, lost as many tries, and, run on from both with the same answers to its end, asks
 * for the same, bytes of the next version included.
 */
final class Programs {
  private final Bucket bucket;
  private final Documents documents;
  private final CommitPolicy policy;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Invocation, Integer> roots = new HashMap<>();
  private final LongIntMap children = new LongIntMap();
  private final Map<Likeness, Integer> alike = new HashMap<>();
  private final LongIntMap shifted = new LongIntMap();
  private int runs;

  /**
   * A point in an invocation.
   *
   * @param before the node before; -1 at the beginning
   * @param answer to the call of the node before
   * @param call the next request
   * @param lastRead the version of the index that was read last; 0 if there was none, -1 if none
   *     was read
   * @param broken which promise the next request breaks when it is applied; null if none
   */
  record Node(
      Invocation invocation,
      int before,
      int answer,
      Call call,
      int lastRead,
      @Nullable String broken) {}

  /** What makes two histories one node. */
  private record Likeness(
      Invocation invocation,
      int lastRead,
      int losses,
      List<Observations.Standing> observed,
      List<Call> future) {}

  Programs(Bucket bucket, Documents documents, CommitPolicy policy) {
    this.bucket = bucket;
    this.documents = documents;
    this.policy = policy;
  }

  /** Runs of a real handler so far. */
  int runs() {
    return runs;
  }

  int size() {
    return nodes.size();
  }

  Node node(int number) {
    return nodes.get(number);
  }

  /** The beginning of an invocation. */
  int root(Invocation invocation) {
    Integer known = roots.get(invocation);
    if (known != null) {
      return known;
    }
    nodes.add(new Node(invocation, -1, 0, run(invocation, new int[0]), -1, null));
    roots.put(invocation, nodes.size() - 1);
    return nodes.size() - 1;
  }

  /** The node after a node's call was answered. */
  int after(int number, int answer) {
    long key = ((long) number << 32) | (answer & 0xffff_ffffL);
    int child = children.get(key);
    if (child < 0) {
      child = found(number, answer);
      children.put(key, child);
    }
    return child;
  }

  private int found(int number, int answer) {
    Node before = node(number);
    boolean read = before.call() instanceof Call.ReadIndex && answer >= 0;
    int lastRead = read ? answer : before.lastRead();
    List<Call> calls = new ArrayList<>();
    List<Integer> answers = new ArrayList<>();
    int losses = 0;
    List<Integer> path = path(number);
    for (int at = 0; at < path.size(); at++) {
      Node node = node(path.get(at));
      int got = at + 1 < path.size() ? node(path.get(at + 1)).answer() : answer;
      calls.add(node.call());
      answers.add(got);
      boolean ofIndex =
          node.call() instanceof Call.WriteIndex || node.call() instanceof Call.ReadIndex;
      losses += ofIndex && got < 0 ? 1 : 0;
    }
    Observations observations = new Observations(documents, calls, answers);
    List<Call> future = future(before.invocation(), answers, Math.max(lastRead, 0));
    Likeness likeness =
        new Likeness(before.invocation(), lastRead, losses, observations.standings(), future);
    Integer known = alike.get(likeness);
    if (known != null) {
      return known;
    }
    String broken =
        future.getFirst() instanceof Call.WriteIndex write ? observations.broken(write) : null;
    nodes.add(new Node(before.invocation(), number, answer, future.getFirst(), lastRead, broken));
    alike.put(likeness, nodes.size() - 1);
    return nodes.size() - 1;
  }

  /** What is asked for if the index stays as it is, no session is there, and all goes well. */
  private List<Call> future(Invocation invocation, List<Integer> answers, int index) {
    int[] history = answers.stream().mapToInt(Integer::intValue).toArray();
    List<Call> future = new ArrayList<>();
    while (true) {
      Call call = run(invocation, history);
      future.add(call);
      if (call instanceof Call.Ended) {
        return future;
      }
      history = Arrays.copyOf(history, history.length + 1);
      history[history.length - 1] = call instanceof Call.ReadIndex ? index : Call.DONE;
    }
  }

  /** The lowest rev of the versions that were read on the way to a node. */
  long lowestRev(int number) {
    long lowest = Long.MAX_VALUE;
    for (int at = number; at >= 0; at = node(at).before()) {
      int read = node(at).lastRead();
      lowest = read > 0 ? Math.min(lowest, documents.get(read).index().rev()) : lowest;
    }
    return lowest;
  }

  /**
   * The node that is reached if all versions of the index have lower revs.
   *
   * @throws IllegalStateException if the handler behaves otherwise then
   */
  int shifted(int number, int by) {
    long key = ((long) number << 8) | by;
    int known = shifted.get(key);
    if (known >= 0) {
      return known;
    }
    List<Integer> path = path(number);
    int at = root(node(number).invocation());
    for (int one : path.subList(1, path.size())) {
      int answer = node(one).answer();
      boolean read = node(node(one).before()).call() instanceof Call.ReadIndex;
      at = after(at, read && answer > 0 ? documents.shifted(answer, by) : answer);
    }
    Call call = node(number).call();
    Call expected =
        call instanceof Call.WriteIndex(int next, int base)
            ? new Call.WriteIndex(
                documents.shifted(next, by), base > 0 ? documents.shifted(base, by) : base)
            : call;
    if (!node(at).call().equals(expected)) {
      throw new IllegalStateException(
          "revs matter by more than their order: " + call + ", " + node(at).call());
    }
    shifted.put(key, at);
    return at;
  }

  private Call run(Invocation invocation, int[] history) {
    runs++;
    return invocation.next(policy, bucket, documents, history);
  }

  /** The nodes from the beginning to a node. */
  private List<Integer> path(int number) {
    List<Integer> path = new ArrayList<>();
    for (int at = number; at >= 0; at = node(at).before()) {
      path.add(at);
    }
    return path.reversed();
  }

  /**
   * Whether a version that took in a session was installed, and known to be, when the call of a
   * node got an answer.
   */
  boolean hasInstalled(int number, int lastAnswer, int key) {
    int answer = lastAnswer;
    for (int at = number; at >= 0; at = node(at).before()) {
      if (node(at).call() instanceof Call.WriteIndex(int next, int _) && answer == Call.DONE) {
        Documents.Document installed = documents.get(next);
        return installed.touched(Bucket.id(key)) == installed.index().rev();
      }
      answer = node(at).answer();
    }
    return false;
  }
}
