package io.fastshot.indexer.simulation;

import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Parallel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * One key after the other in an order left to chance, as threads would take them. What others do
 * between two requests of one key happens as it would between threads; two keys of one handler do
 * not touch the same objects, so nothing is lost by not interleaving them.
 */
record AnyOrder(RandomGenerator random) implements Parallel {

  @Override
  public <K, V> Map<K, V> map(Collection<K> keys, Function<K, V> task, Deadline deadline) {
    List<K> order = new ArrayList<>(keys);
    Collections.shuffle(order, random);
    Map<K, V> results = new HashMap<>();
    for (K key : order) {
      if (deadline.passed()) {
        break;
      }
      results.put(key, task.apply(key));
    }
    Map<K, V> inOrder = new LinkedHashMap<>();
    for (K key : keys) {
      if (results.containsKey(key)) {
        inOrder.put(key, results.get(key));
      }
    }
    return inOrder;
  }
}
