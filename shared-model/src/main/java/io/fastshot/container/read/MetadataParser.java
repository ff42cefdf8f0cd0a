package io.fastshot.container.read;

import io.fastshot.container.FormatException;
import io.fastshot.container.Metadata;
import io.fastshot.container.bytes.ByteSink;
import io.fastshot.container.json.Reasons;
import io.fastshot.container.json.StrictJson;
import io.fastshot.container.png.Png;
import io.fastshot.model.SessionFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Reads one metadata object; where a key stands twice the last one wins.
 *
 * <p>Wrong types are made the best of: a number or a boolean in place of a text is its JSON text;
 * null, an array or an object in place of a text count as absent; {@code tags} may be one text with
 * commas, and of an array only texts, numbers and booleans are kept; a count that is not a whole
 * number of 0 or more counts as absent.
 */
final class MetadataParser {
  /** More tags are dropped. */
  private static final int MAX_TAGS = 10_000;

  /** All texts together; a session's own are a few hundred bytes. */
  private static final int MAX_TEXTS = 4 * StrictJson.MAX_TEXT;

  private final JsonParser json;
  private final boolean wantsThumbnail;
  private boolean thumbnailFailed;
  private int texts;

  private String name = "";
  private String desc = "";
  private List<String> tags = List.of();
  private @Nullable String color;
  private String sessionClass = "";
  private @Nullable Integer imageCount;
  private @Nullable String createdAt;
  private byte @Nullable [] thumbnail;
  private Metadata.@Nullable PayloadClaim payload;

  /**
   * @param json stands at the start of the object
   */
  MetadataParser(JsonParser json, boolean wantsThumbnail) {
    this.json = json;
    this.wantsThumbnail = wantsThumbnail;
  }

  /** Whether the thumbnail was not base64: without asking for it the object may be sound. */
  boolean thumbnailFailed() {
    return thumbnailFailed;
  }

  /** Reads to the end of the object. */
  Metadata parse() throws FormatException {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "name" -> name = textOr("");
        case "desc" -> desc = textOr("");
        case "tags" -> tags = tags();
        case "color" -> color = text();
        case "class" -> sessionClass = textOr("");
        case "created_at" -> createdAt = time();
        case "image_count" -> imageCount = count();
        case "thumbnail_collage" -> thumbnail = thumbnail();
        case "payload" -> payload = payload();
        default -> StrictJson.skipValue(json);
      }
    }
    return new Metadata(
        name,
        desc,
        tags,
        color == null ? SessionFields.DEFAULT_COLOR : color,
        sessionClass,
        imageCount,
        createdAt,
        thumbnail,
        payload);
  }

  private String textOr(String absent) throws FormatException {
    String text = text();
    return text == null ? absent : text;
  }

  private @Nullable String text() throws FormatException {
    JsonToken token = json.currentToken();
    if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
      StrictJson.skipValue(json);
      return null;
    }
    String text = json.getString();
    texts += text.length();
    if (texts > MAX_TEXTS) {
      throw new FormatException(Reasons.BEYOND_LIMITS);
    }
    return text;
  }

  private @Nullable String time() throws FormatException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      StrictJson.skipValue(json);
      return null;
    }
    String time = textOr("");
    return time.isBlank() ? null : time;
  }

  private List<String> tags() throws FormatException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      String text = json.currentToken() == JsonToken.VALUE_STRING ? text() : null;
      if (text == null) {
        StrictJson.skipValue(json);
        return List.of();
      }
      return Arrays.stream(text.split(",", MAX_TAGS))
          .map(String::strip)
          .filter(tag -> !tag.isEmpty())
          .toList();
    }
    List<String> found = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (found.size() >= MAX_TAGS) {
        StrictJson.skipValue(json);
        continue;
      }
      String tag = text();
      if (tag != null) {
        found.add(tag);
      }
    }
    return found;
  }

  private @Nullable Integer count() throws FormatException {
    Long number = wholeNumber();
    return number == null || number > Integer.MAX_VALUE ? null : Math.toIntExact(number);
  }

  /** 0 or more; null if it is anything else. */
  private @Nullable Long wholeNumber() throws FormatException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      StrictJson.skipValue(json);
      return null;
    }
    String digits = json.getString();
    boolean sane = digits.length() <= 18 && !digits.startsWith("-");
    return sane ? (Long) Long.parseLong(digits) : null;
  }

  private byte @Nullable [] thumbnail() throws FormatException {
    if (!wantsThumbnail || json.currentToken() != JsonToken.VALUE_STRING) {
      StrictJson.skipValue(json);
      return null;
    }
    ByteSink png = new ByteSink(AllegedHeaderReader.MAX_THUMBNAIL_BYTES);
    try {
      json.readBinaryValue(png);
    } catch (UnexpectedEndOfInputException e) {
      throw e;
    } catch (StreamReadException e) {
      thumbnailFailed = true;
      throw e;
    }
    byte[] bytes = png.takeBytes();
    return bytes != null && Png.isPlausibleThumbnail(bytes) ? bytes : null;
  }

  private Metadata.@Nullable PayloadClaim payload() throws FormatException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      StrictJson.skipValue(json);
      return null;
    }
    String alg = "";
    String sha256 = "";
    Long bytes = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "alg" -> alg = textOr("");
        case "sha256" -> sha256 = textOr("");
        case "bytes" -> bytes = wholeNumber();
        default -> StrictJson.skipValue(json);
      }
    }
    return bytes == null ? null : new Metadata.PayloadClaim(alg, sha256, bytes);
  }
}
