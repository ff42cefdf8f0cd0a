package io.fastshot.container.read;

import io.fastshot.container.FormatException;
import io.fastshot.container.Metadata;
import io.fastshot.container.json.Reasons;
import io.fastshot.container.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the JSON of a session from its first to its last byte in constant memory: the wrapper with
 * {@code session} and {@code metadata}, or the bare session. Where a key stands twice the last one
 * wins.
 */
public final class SessionParser {
  static final int MAX_WINDOWS = 100_000;

  /** The fields of a session object that are looked at. */
  private static final class Session {
    int windows = -1;
    @Nullable String timestamp;
  }

  private final boolean wantsThumbnail;
  private boolean thumbnailFailed;

  public SessionParser(boolean wantsThumbnail) {
    this.wantsThumbnail = wantsThumbnail;
  }

  /** Whether the last failure was a thumbnail that is not base64. */
  boolean thumbnailFailed() {
    return thumbnailFailed;
  }

  /**
   * Reads all of a document; the caller closes it.
   *
   * @throws FormatException if it is not the sound JSON of a session
   */
  public ParsedSession parse(InputStream document) throws IOException, FormatException {
    try (JsonParser json = StrictJson.parser(document)) {
      ParsedSession session = document(json);
      StrictJson.requireEnd(json);
      return session;
    } catch (JacksonException e) {
      throw StrictJson.problem(e);
    }
  }

  private ParsedSession document(JsonParser json) throws FormatException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new FormatException(Reasons.JSON_BUT_NO_SESSION);
    }
    Session bare = new Session();
    Session wrapped = new Session();
    Metadata metadata = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
      if (key.equals("session")) {
        wrapped = isObject ? session(json) : skipped(json);
      } else if (key.equals("metadata")) {
        metadata = isObject ? metadata(json) : null;
        if (!isObject) {
          StrictJson.skipValue(json);
        }
      } else {
        field(json, key, bare);
      }
    }
    Session session = wrapped.windows >= 0 ? wrapped : bare;
    if (session.windows < 0) {
      throw new FormatException(Reasons.JSON_BUT_NO_SESSION);
    }
    return new ParsedSession(metadata, session.windows, session.timestamp);
  }

  private Metadata metadata(JsonParser json) throws FormatException {
    MetadataParser parser = new MetadataParser(json, wantsThumbnail);
    try {
      return parser.parse();
    } finally {
      thumbnailFailed = parser.thumbnailFailed();
    }
  }

  private static Session skipped(JsonParser json) throws FormatException {
    StrictJson.skipValue(json);
    return new Session();
  }

  private static Session session(JsonParser json) throws FormatException {
    Session session = new Session();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      field(json, key, session);
    }
    return session;
  }

  private static void field(JsonParser json, String key, Session session) throws FormatException {
    if (key.equals("windows") && json.currentToken() == JsonToken.START_ARRAY) {
      session.windows = windows(json);
      return;
    }
    if (key.equals("windows")) {
      session.windows = -1;
    } else if (key.equals("timestamp") && json.currentToken() == JsonToken.VALUE_STRING) {
      String text = json.getString();
      session.timestamp = text.isBlank() ? null : text;
    }
    StrictJson.skipValue(json);
  }

  /** Counts the windows; stops at the end of the array. */
  private static int windows(JsonParser json) throws FormatException {
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      StrictJson.skipValue(json);
      if (++count > MAX_WINDOWS) {
        throw new FormatException(Reasons.TOO_MANY_WINDOWS);
      }
    }
    return count;
  }
}
