package io.fastshot.indexer.run;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.KeyLayout;
import java.time.Duration;

/**
 * What can be set on the indexer.
 *
 * @param layout where the library stands in its bucket
 * @param legacyKey the XOR key of the original app's files; {@link XorMask#none()} if there is none
 * @param parallelism sessions observed at a time; 1 or more
 * @param commit patience of the compare-and-swap
 * @param reserve what is left of a function's time when work stops, for the answer
 * @param staleRebuild after so long without progress a running rebuild counts as given up, and the
 *     next request takes its place
 * @param plainIndexBytes up to this size the overall index is written as plain JSON
 */
public record IndexerConfig(
    KeyLayout layout,
    XorMask legacyKey,
    int parallelism,
    CommitPolicy commit,
    Duration reserve,
    Duration staleRebuild,
    int plainIndexBytes) {

  /**
   * 32: a ranged GET takes some 20 ms and next to no CPU, so a batch of 100 is observed in a tenth
   * of a second while at most 32 windows of 64 KiB are in memory.
   */
  public static final int DEFAULT_PARALLELISM = 32;

  public IndexerConfig {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism is below 1: " + parallelism);
    }
  }

  /** The usual settings. */
  public static IndexerConfig of(KeyLayout layout, XorMask legacyKey) {
    return new IndexerConfig(
        layout,
        legacyKey,
        DEFAULT_PARALLELISM,
        CommitPolicy.DEFAULT,
        Duration.ofSeconds(3),
        Duration.ofMinutes(15),
        OverallIndexJson.MAX_WRITTEN_PLAIN_BYTES);
  }

  /** The same with another patience. */
  public IndexerConfig withCommit(CommitPolicy policy) {
    return new IndexerConfig(
        layout, legacyKey, parallelism, policy, reserve, staleRebuild, plainIndexBytes);
  }

  /** The same with a list that the original app can read, if it works on this library too. */
  public IndexerConfig withOriginalApp(boolean worksHere) {
    return new IndexerConfig(
        layout,
        legacyKey,
        parallelism,
        commit,
        reserve,
        staleRebuild,
        worksHere
            ? OverallIndexJson.MAX_PLAIN_BYTES_FOR_ORIGINAL
            : OverallIndexJson.MAX_WRITTEN_PLAIN_BYTES);
  }
}
