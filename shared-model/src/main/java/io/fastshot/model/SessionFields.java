package io.fastshot.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seven fields that describe a session to a person, as its file gives them.
 *
 * @param name the full name, any characters; may be empty
 * @param desc free text with Markdown, any number of lines; may be empty
 * @param tags in the file's order; may hold empty strings and repetitions
 * @param color one of blue, red, green, yellow, purple, orange, pink, gray by custom; empty if the
 *     file has no metadata
 * @param sessionClass free text ({@code class} in JSON); may be empty
 * @param imageCount number of images; 0 or more
 * @param createdAt local time without a zone as {@code yyyy-MM-ddTHH:mm:ss[.ffffff]}, kept as it
 *     was written; null if the file does not say
 */
public record SessionFields(
    String name,
    String desc,
    List<String> tags,
    String color,
    String sessionClass,
    int imageCount,
    @Nullable String createdAt) {

  /** The color of a session whose metadata names none. */
  public static final String DEFAULT_COLOR = "blue";

  public SessionFields {
    tags = List.copyOf(tags);
    if (imageCount < 0) {
      throw new IllegalArgumentException("imageCount is negative: " + imageCount);
    }
  }

  /** Nothing known but the number of images. */
  public static SessionFields unnamed(int imageCount) {
    return new SessionFields("", "", List.of(), "", "", imageCount, null);
  }

  /** The same with another {@code createdAt}. */
  public SessionFields withCreatedAt(@Nullable String value) {
    return new SessionFields(name, desc, tags, color, sessionClass, imageCount, value);
  }
}
