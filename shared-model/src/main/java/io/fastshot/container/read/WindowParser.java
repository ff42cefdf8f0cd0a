package io.fastshot.container.read;

import io.fastshot.container.FormatException;
import io.fastshot.container.WindowInfo;
import io.fastshot.container.bytes.ByteSink;
import io.fastshot.container.json.RawJson;
import io.fastshot.container.json.Reasons;
import io.fastshot.container.json.StrictJson;
import io.fastshot.container.png.ImageKind;
import java.io.IOException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Reads one window in either of the original's forms: with {@code geometry} and {@code image_data},
 * or flat with {@code image}. A value of a wrong type counts as absent.
 */
final class WindowParser {
  private static final int MAX_IMAGE_BYTES = 256 * 1024 * 1024;
  private static final int MAX_HISTORY_CHARS = 1024 * 1024;

  private final JsonParser json;
  private final ImageVisitor visitor;
  private final int window;

  private int index;
  private int x;
  private int y;
  private int width;
  private int height;
  private double scale = 1.0;
  private String drawHistory = "[]";
  private boolean hidden;
  private long windowId;

  /**
   * @param json stands at the start of the window's object
   */
  WindowParser(JsonParser json, ImageVisitor visitor, int window) {
    this.json = json;
    this.visitor = visitor;
    this.window = window;
    this.index = window;
  }

  /** Reads to the end of the object. */
  void parse() throws IOException, FormatException {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "image_data", "image" -> image(ImageKind.SHOWN);
        case "original_image_data", "original_image" -> image(ImageKind.ORIGINAL);
        case "annotated_original_data" -> image(ImageKind.ANNOTATED);
        case "index" -> index = (int) number(index);
        case "scale" -> scale = number(scale);
        case "window_id" -> windowId = wholeNumber();
        case "is_hidden" -> hidden = flag();
        case "draw_history" -> drawHistory = history();
        case "geometry" -> geometry();
        default -> edge(key);
      }
    }
    visitor.windowEnd(
        window, new WindowInfo(index, x, y, width, height, scale, drawHistory, hidden, windowId));
  }

  private void geometry() throws FormatException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      StrictJson.skipValue(json);
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      edge(key);
    }
  }

  private void edge(String key) throws FormatException {
    switch (key) {
      case "x" -> x = (int) number(x);
      case "y" -> y = (int) number(y);
      case "width" -> width = (int) number(width);
      case "height" -> height = (int) number(height);
      default -> StrictJson.skipValue(json);
    }
  }

  private void image(ImageKind kind) throws IOException, FormatException {
    if (json.currentToken() != JsonToken.VALUE_STRING || !visitor.wants(window, kind)) {
      StrictJson.skipValue(json);
      return;
    }
    ByteSink png = new ByteSink(MAX_IMAGE_BYTES);
    try {
      json.readBinaryValue(png);
    } catch (UnexpectedEndOfInputException e) {
      throw e;
    } catch (StreamReadException e) {
      throw (FormatException) new FormatException(Reasons.BAD_IMAGE).initCause(e);
    }
    byte[] bytes = png.takeBytes();
    if (bytes == null) {
      throw new FormatException(Reasons.IMAGE_TOO_LARGE);
    }
    if (bytes.length > 0) {
      visitor.image(window, kind, bytes);
    }
  }

  private String history() throws FormatException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      StrictJson.skipValue(json);
      return "[]";
    }
    String raw = RawJson.copy(json, MAX_HISTORY_CHARS);
    return raw == null ? "[]" : raw;
  }

  private double number(double absent) throws FormatException {
    JsonToken token = json.currentToken();
    if (token == null || !token.isNumeric()) {
      StrictJson.skipValue(json);
      return absent;
    }
    double value = Double.parseDouble(json.getString());
    return Double.isFinite(value) ? value : absent;
  }

  private long wholeNumber() throws FormatException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      StrictJson.skipValue(json);
      return 0;
    }
    // More than 64 bits: the low ones, which is as good an identity.
    return new java.math.BigInteger(json.getString()).longValue();
  }

  private boolean flag() throws FormatException {
    StrictJson.skipValue(json);
    return json.currentToken() == JsonToken.VALUE_TRUE;
  }
}
