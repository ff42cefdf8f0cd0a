package io.fastshot.client.data.cache;

import java.nio.file.Path;

/**
 * What is not as it should be with a file of the local cache.
 *
 * @param file which
 * @param damaged whether it is damaged; else it only belongs to nothing that the library shows,
 *     does no harm, and may be the only copy of what it holds
 * @param reason in words for a person
 */
public record CacheProblem(Path file, boolean damaged, String reason) {}
