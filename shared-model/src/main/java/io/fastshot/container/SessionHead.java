package io.fastshot.container;

import io.fastshot.container.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the time of saving from the first bytes of a document, which may end anywhere. */
public final class SessionHead {
  private SessionHead() {}

  /** The {@code timestamp} before the windows; null if it is not in these bytes. */
  public static @Nullable String timestamp(InputStream start) throws IOException {
    try (JsonParser json = StrictJson.parser(start)) {
      JsonToken token = json.nextToken();
      while (token != null) {
        if (token == JsonToken.START_ARRAY) {
          return null;
        }
        if (token == JsonToken.PROPERTY_NAME && json.currentName().equals("timestamp")) {
          return json.nextToken() == JsonToken.VALUE_STRING ? json.getString() : null;
        }
        token = json.nextToken();
      }
      return null;
    } catch (JacksonException e) {
      StrictJson.rethrowSourceFailure(e);
      return null; // the bytes ended before it, as they may
    }
  }
}
