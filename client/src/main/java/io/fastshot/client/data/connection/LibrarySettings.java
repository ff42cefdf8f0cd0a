package io.fastshot.client.data.connection;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a library is and how to talk to it.
 *
 * @param name what it is called on screen
 * @param cacheId what its part of the local cache is called; two libraries with the same id share
 *     it. See {@link #cacheIdOf}
 * @param endpoint of an S3-compatible store that also answers Lambda Invoke; null for AWS
 * @param region such as {@code eu-central-1}
 * @param bucket the bucket's name
 * @param prefix put before every key; empty, or ending in {@code /}
 * @param profile of the AWS configuration; null for the default chain
 * @param credentials null for the profile or the default chain
 * @param rebuildFunction name of the function that rebuilds the indexes
 * @param legacyKey XOR key of files in the original's format; null or empty if they have none
 */
public record LibrarySettings(
    String name,
    String cacheId,
    @Nullable URI endpoint,
    String region,
    String bucket,
    String prefix,
    @Nullable String profile,
    @Nullable Credentials credentials,
    String rebuildFunction,
    @Nullable String legacyKey) {

  /** The rebuild function's name where nothing else is said. */
  public static final String DEFAULT_REBUILD_FUNCTION = "fastshot-rebuild";

  public LibrarySettings {
    if (bucket.isEmpty()) {
      throw new IllegalArgumentException("a library needs the name of its bucket");
    }
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix is empty or ends in /: " + prefix);
    }
  }

  /** The cache id of a library that is known only by its place. */
  public static String cacheIdOf(@Nullable URI endpoint, String bucket, String prefix) {
    return (endpoint == null ? "aws" : endpoint.toString()) + " " + bucket + " " + prefix;
  }
}
