package io.fastshot.container.read;

import io.fastshot.container.Metadata;
import io.fastshot.model.SessionFields;
import org.jspecify.annotations.Nullable;

/**
 * What the JSON of a session says.
 *
 * @param metadata null if there is none
 * @param windows number of windows
 * @param timestamp when the session was saved; null if it does not say
 */
public record ParsedSession(@Nullable Metadata metadata, int windows, @Nullable String timestamp) {

  public SessionFields fields() {
    if (metadata == null) {
      return SessionFields.unnamed(windows);
    }
    Integer count = metadata.imageCount();
    return metadata.fields(count == null ? windows : count);
  }

  byte @Nullable [] thumbnailPng() {
    return metadata == null ? null : metadata.thumbnailPng();
  }
}
