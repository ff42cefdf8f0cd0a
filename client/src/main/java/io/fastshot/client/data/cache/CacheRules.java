package io.fastshot.client.data.cache;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code cache_rules.json}: which session files stay on this machine.
 *
 * @param budgetBytes how large the session files may be together; null for no bound
 * @param kept file names of sessions that are never removed to stay within it
 */
public record CacheRules(@Nullable Long budgetBytes, Set<String> kept) {
  private static final int VERSION = 1;
  private static final JsonMapper JSON = new JsonMapper();

  public CacheRules {
    kept = Set.copyOf(kept);
    if (budgetBytes != null && budgetBytes < 0) {
      throw new IllegalArgumentException("a budget is 0 bytes or more: " + budgetBytes);
    }
  }

  /** No bound, nothing kept on purpose. */
  static CacheRules none() {
    return new CacheRules(null, Set.of());
  }

  CacheRules withBudget(@Nullable Long bytes) {
    return new CacheRules(bytes, kept);
  }

  CacheRules keeping(String filename, boolean keep) {
    Set<String> next = new TreeSet<>(kept);
    if (keep) {
      next.add(filename);
    } else {
      next.remove(filename);
    }
    return new CacheRules(budgetBytes, next);
  }

  byte[] toJson() {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    root.put("budget_bytes", budgetBytes);
    new TreeSet<>(kept).forEach(root.putArray("kept")::add);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static CacheRules fromJson(byte[] json) {
    try {
      JsonNode root = JSON.readTree(json);
      if (root.path("version").asInt(0) != VERSION) {
        throw new IllegalArgumentException("not of version " + VERSION);
      }
      JsonNode budget = root.path("budget_bytes");
      Set<String> kept = new TreeSet<>();
      root.path("kept").valueStream().forEach(name -> kept.add(name.asString("")));
      return new CacheRules(budget.isNumber() ? budget.asLong(0) : null, kept);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not the JSON that was written", e);
    }
  }
}
