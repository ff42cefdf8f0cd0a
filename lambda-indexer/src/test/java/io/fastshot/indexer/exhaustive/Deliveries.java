package io.fastshot.indexer.exhaustive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every batch that the queue can hand to a handler. */
final class Deliveries {
  private final Bucket bucket;
  private final Programs programs;
  private final Map<Integer, List<Taken>> known = new HashMap<>();

  /**
   * A batch.
   *
   * @param bag its messages
   * @param root where it brings the handler
   */
  record Taken(int bag, int root) {}

  Deliveries(Bucket bucket, Programs programs) {
    this.bucket = bucket;
    this.programs = programs;
  }

  /** Of a queue, as {@link Messages} has it: every part of it, its events in every order. */
  List<Taken> of(int queue) {
    return known.computeIfAbsent(queue, this::all);
  }

  private List<Taken> all(int queue) {
    List<Taken> all = new ArrayList<>();
    for (int bag : Messages.parts(queue)) {
      List<Integer> events = Messages.kinds(bag).stream().filter(bucket::isEvent).toList();
      List<Integer> ours =
          Messages.kinds(bag).stream().filter(kind -> !bucket.isEvent(kind)).toList();
      for (List<Integer> order : Messages.orders(events)) {
        List<Integer> batch = new ArrayList<>(order);
        batch.addAll(ours); // a handler looks at them last, wherever they stand
        all.add(new Taken(bag, programs.root(new Invocation.OfIndexer(batch))));
      }
    }
    return all;
  }
}
