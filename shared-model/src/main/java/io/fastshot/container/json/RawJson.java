package io.fastshot.container.json;

import io.fastshot.container.FormatException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Copies a value as JSON text, numbers digit by digit, without recursion. */
public final class RawJson {
  private RawJson() {}

  /**
   * Copies the value at which the parser stands, to its last token.
   *
   * @return null if the text is over the limit; the value is then skipped
   */
  public static @Nullable String copy(JsonParser json, int maxChars) throws FormatException {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    boolean comma = false;
    JsonToken token = json.currentToken();
    while (true) {
      if (token == null) {
        throw new FormatException(Reasons.CUT_OFF);
      }
      boolean end = token.isStructEnd();
      if (comma && !end) {
        out.append(',');
      }
      append(out, json, token);
      comma = token != JsonToken.PROPERTY_NAME && !token.isStructStart();
      depth += token.isStructStart() ? 1 : end ? -1 : 0;
      if (out.length() > maxChars) {
        break;
      }
      if (depth == 0) {
        return out.toString();
      }
      token = json.nextToken();
    }
    while (depth > 0) {
      token = json.nextToken();
      if (token == null) {
        throw new FormatException(Reasons.CUT_OFF);
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
    return null;
  }

  private static void append(StringBuilder out, JsonParser json, JsonToken token) {
    switch (token) {
      case START_OBJECT -> out.append('{');
      case END_OBJECT -> out.append('}');
      case START_ARRAY -> out.append('[');
      case END_ARRAY -> out.append(']');
      case PROPERTY_NAME -> {
        PythonJson.quote(out, json.currentName());
        out.append(':');
      }
      case VALUE_STRING -> PythonJson.quote(out, json.getString());
      default -> out.append(json.getString());
    }
  }
}
