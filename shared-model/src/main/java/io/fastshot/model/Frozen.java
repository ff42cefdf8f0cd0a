package io.fastshot.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Immutable copies that keep order and allow null values, which JSON has and {@link Map#copyOf}
 * refuses.
 */
final class Frozen {
  private Frozen() {}

  static Map<String, @Nullable Object> map(Map<String, ? extends @Nullable Object> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
