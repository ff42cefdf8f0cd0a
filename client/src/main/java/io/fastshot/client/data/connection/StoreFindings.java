package io.fastshot.client.data.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how a library's store keeps conditions, on which the library's safety rests.
 *
 * @param aws whether it is AWS itself, which is never asked
 * @param conditionalWrites whether two writers can share it without undoing each other's work; null
 *     if that is not known
 * @param lines what was found, in words for a person; never empty
 */
public record StoreFindings(boolean aws, @Nullable Boolean conditionalWrites, List<String> lines) {

  public StoreFindings {
    lines = List.copyOf(lines);
  }
}
