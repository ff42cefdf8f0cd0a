package io.fastshot.client.data.cache;

import java.util.List;

/**
 * How the local cache of a library stands.
 *
 * @param folder where it is
 * @param catalogBytes size of the catalog
 * @param metaIndexes number of meta indexes kept
 * @param thumbnails number of thumbnails kept
 * @param thumbnailBytes their size
 * @param sessions number of session files kept
 * @param sessionBytes their size
 * @param unfinished number of files that are being written, or were left by a killed process
 * @param problems what was found damaged or could not be written since the start, in words, oldest
 *     first
 */
public record CacheReport(
    String folder,
    long catalogBytes,
    int metaIndexes,
    int thumbnails,
    long thumbnailBytes,
    int sessions,
    long sessionBytes,
    int unfinished,
    List<String> problems) {

  public CacheReport {
    problems = List.copyOf(problems);
  }
}
