package io.fastshot.indexer.run;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** One key after the other on the caller's thread. */
final class SequentialParallel implements Parallel {

  @Override
  public <K, V> Map<K, V> map(Collection<K> keys, Function<K, V> task, Deadline deadline) {
    Map<K, V> results = new LinkedHashMap<>();
    for (K key : keys) {
      if (deadline.passed()) {
        break;
      }
      results.put(key, task.apply(key));
    }
    return results;
  }
}
