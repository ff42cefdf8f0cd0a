package io.fastshot.client;

import io.fastshot.client.data.connection.LibrarySettings;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A library in the settings.
 *
 * @param name what it is called
 * @param localCloud data folder of the local cloud that holds it, whose endpoint and credentials
 *     are read from there; null for S3
 * @param endpoint of an S3-compatible store, or where the local cloud was last; null for AWS
 * @param region to sign for
 * @param bucket its bucket
 * @param prefix put before every key; empty, or ending in {@code /}
 * @param profile of the AWS configuration; null for the default chain
 * @param rebuildFunction name of the rebuild function
 * @param legacyKey XOR key of files in the original's format; null if there is none
 */
public record LibraryEntry(
    String name,
    @Nullable String localCloud,
    @Nullable URI endpoint,
    String region,
    String bucket,
    String prefix,
    @Nullable String profile,
    String rebuildFunction,
    @Nullable String legacyKey) {

  /** The same under another name. */
  public LibraryEntry named(String other) {
    return new LibraryEntry(
        other, localCloud, endpoint, region, bucket, prefix, profile, rebuildFunction, legacyKey);
  }

  /** Whether both are one library, whatever they are called. */
  public boolean isSamePlaceAs(LibraryEntry other) {
    return bucket.equals(other.bucket)
        && prefix.equals(other.prefix)
        && Objects.equals(endpoint, other.endpoint)
        && Objects.equals(localCloud, other.localCloud);
  }

  /** As it stands in the settings. */
  public ObjectNode toJson(JsonMapper json) {
    return json.createObjectNode()
        .put("name", name)
        .put("local_cloud", localCloud)
        .put("endpoint", endpoint == null ? null : endpoint.toString())
        .put("region", region)
        .put("bucket", bucket)
        .put("prefix", prefix)
        .put("profile", profile)
        .put("rebuild_function", rebuildFunction)
        .put("legacy_key", legacyKey);
  }

  static LibraryEntry fromJson(JsonNode json) {
    String endpoint = text(json, "endpoint");
    String bucket = json.path("bucket").asString("");
    if (bucket.isEmpty()) {
      throw new IllegalArgumentException("a library without a bucket");
    }
    return new LibraryEntry(
        json.path("name").asString(bucket),
        text(json, "local_cloud"),
        endpoint == null ? null : URI.create(endpoint),
        json.path("region").asString("us-east-1"),
        bucket,
        json.path("prefix").asString(""),
        text(json, "profile"),
        json.path("rebuild_function").asString(LibrarySettings.DEFAULT_REBUILD_FUNCTION),
        text(json, "legacy_key"));
  }

  private static @Nullable String text(JsonNode json, String name) {
    String value = json.path(name).asString("");
    return value.isEmpty() ? null : value;
  }
}
