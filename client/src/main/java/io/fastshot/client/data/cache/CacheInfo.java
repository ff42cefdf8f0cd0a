package io.fastshot.client.data.cache;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code cache_info.json}: what belongs to the cached catalog.
 *
 * @param library which library this cache is of, for people who look into the folder
 * @param etag of the document that the catalog is; null if not known
 * @param catalogSha256 of the catalog file that the ETag belongs to, in hex; null if there is none
 * @param catalogBytes its size
 * @param refreshedAt when the bucket was last asked; null if never
 * @param original whether the original app wrote the document
 * @param damaged what was found damaged, the last ones
 */
public record CacheInfo(
    String library,
    @Nullable String etag,
    @Nullable String catalogSha256,
    long catalogBytes,
    @Nullable Instant refreshedAt,
    boolean original,
    List<String> damaged) {

  private static final int VERSION = 1;
  private static final JsonMapper JSON = new JsonMapper();

  public CacheInfo {
    damaged = List.copyOf(damaged);
  }

  public static CacheInfo empty() {
    return new CacheInfo("", null, null, 0, null, false, List.of());
  }

  public byte[] toJson() {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    root.put("library", library);
    root.put("last_refresh", refreshedAt == null ? null : refreshedAt.toString());
    ObjectNode overall = root.putObject("overall_meta");
    overall.put("etag", etag);
    overall.put("sha256", catalogSha256);
    overall.put("size_bytes", catalogBytes);
    overall.put("original", original);
    ObjectNode integrity = root.putObject("integrity");
    integrity.put("status", damaged.isEmpty() ? "valid" : "repaired");
    damaged.forEach(integrity.putArray("damaged")::add);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static CacheInfo fromJson(byte[] json) {
    try {
      JsonNode root = JSON.readTree(json);
      if (root.path("version").asInt(0) != VERSION) {
        throw new IllegalArgumentException("not of version " + VERSION);
      }
      JsonNode overall = root.path("overall_meta");
      String refreshed = text(root.path("last_refresh"));
      return new CacheInfo(
          root.path("library").asString(""),
          text(overall.path("etag")),
          text(overall.path("sha256")),
          overall.path("size_bytes").asLong(0),
          refreshed == null ? null : Instant.parse(refreshed),
          overall.path("original").asBoolean(false),
          root.path("integrity").path("damaged").valueStream().map(n -> n.asString("")).toList());
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("not the JSON that was written", e);
    }
  }

  private static @Nullable String text(JsonNode node) {
    String value = node.asString("");
    return value.isEmpty() ? null : value;
  }
}
