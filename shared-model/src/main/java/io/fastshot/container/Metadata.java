package io.fastshot.container;

import io.fastshot.model.SessionFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata object of a session, its values made sensible.
 *
 * @param imageCount null if it is absent or not a whole number of 0 or more
 * @param createdAt null if it is absent, empty or not a text
 * @param thumbnailPng null if it is absent, not asked for, not a PNG by its head, or too large
 * @param payload null outside a cover
 */
public record Metadata(
    String name,
    String desc,
    List<String> tags,
    String color,
    String sessionClass,
    @Nullable Integer imageCount,
    @Nullable String createdAt,
    byte @Nullable [] thumbnailPng,
    @Nullable PayloadClaim payload) {

  /** What a cover says of the payload behind it. */
  public record PayloadClaim(String alg, String sha256, long bytes) {}

  public SessionFields fields(int images) {
    return new SessionFields(name, desc, tags, color, sessionClass, images, createdAt);
  }
}
