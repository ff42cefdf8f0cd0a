package io.fastshot.client.indexing;

import io.fastshot.container.json.KeyReasons;
import io.fastshot.model.IndexRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sessions of an index whose files the indexer could not read.
 *
 * @param byReason how many for which reason, in words for a person; most first
 * @param wantKey how many of them the right legacy key may make readable
 */
public record Unreadable(Map<String, Long> byReason, long wantKey) {

  /** Counts rows. */
  static Unreadable of(List<IndexRow> rows) {
    List<String> reasons =
        rows.stream().map(row -> row.meta().degraded()).filter(Objects::nonNull).toList();
    Map<String, Long> counted =
        reasons.stream()
            .map(KeyReasons::unmarked)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Map<String, Long> mostFirst = new LinkedHashMap<>();
    counted.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> mostFirst.put(entry.getKey(), entry.getValue()));
    return new Unreadable(mostFirst, reasons.stream().filter(KeyReasons::isWantOfKey).count());
  }

  /** How many there are. */
  public long count() {
    return byReason.values().stream().mapToLong(Long::longValue).sum();
  }
}
