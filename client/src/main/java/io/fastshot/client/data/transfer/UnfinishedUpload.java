package io.fastshot.client.data.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upload in parts that was begun, or is about to be.
 *
 * @param id the store's name for it; null while the answer to its beginning is not known
 * @param others the uploads of the same key that were there before it, which are somebody else's;
 *     null if that is not known
 */
public record UnfinishedUpload(@Nullable String id, @Nullable List<String> others) {
  public UnfinishedUpload {
    others = others == null ? null : List.copyOf(others);
  }
}
