package io.fastshot.container.read;

import io.fastshot.container.FormatException;
import io.fastshot.container.json.Reasons;
import io.fastshot.container.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the windows of a session, wrapped or bare, and hands their images out one at a time. */
public final class ImageParser {
  private final ImageVisitor visitor;
  private int windows;

  public ImageParser(ImageVisitor visitor) {
    this.visitor = visitor;
  }

  /** Reads all of a document; the caller closes it. */
  public void parse(InputStream document) throws IOException, FormatException {
    try (JsonParser json = StrictJson.parser(document)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new FormatException(Reasons.JSON_BUT_NO_SESSION);
      }
      boolean found = members(json, true);
      StrictJson.requireEnd(json);
      if (!found) {
        throw new FormatException(Reasons.JSON_BUT_NO_SESSION);
      }
    } catch (JacksonException e) {
      throw StrictJson.problem(e);
    }
  }

  private boolean members(JsonParser json, boolean outer) throws IOException, FormatException {
    boolean found = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken token = json.nextToken();
      if (outer && key.equals("session") && token == JsonToken.START_OBJECT) {
        found |= members(json, false);
      } else if (key.equals("windows") && token == JsonToken.START_ARRAY) {
        found = true;
        windows(json);
      } else {
        StrictJson.skipValue(json);
      }
    }
    return found;
  }

  private void windows(JsonParser json) throws IOException, FormatException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (windows >= SessionParser.MAX_WINDOWS) {
        throw new FormatException(Reasons.TOO_MANY_WINDOWS);
      }
      if (json.currentToken() == JsonToken.START_OBJECT) {
        new WindowParser(json, visitor, windows).parse();
      } else {
        StrictJson.skipValue(json);
      }
      windows++;
    }
  }
}
