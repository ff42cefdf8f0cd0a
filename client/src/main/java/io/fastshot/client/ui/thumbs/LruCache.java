package io.fastshot.client.ui.thumbs;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the entries used last; for one thread. */
final class LruCache<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private static final float LOAD = 0.75f;

  private final int capacity;

  LruCache(int capacity) {
    super(capacity, LOAD, true);
    this.capacity = capacity;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > capacity;
  }
}
