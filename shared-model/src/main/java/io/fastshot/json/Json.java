package io.fastshot.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Parsers and generators with this project's limits, and JSON values as Java's own types: {@link
 * Map} in the document's order, {@link List}, {@link String}, {@link Boolean}, {@link Long}, {@link
 * java.math.BigInteger}, {@link java.math.BigDecimal}, null.
 */
final class Json {
  private Json() {}

  /** Deepest nesting; our documents have 4 levels. Bounds the recursion of {@link #value}. */
  private static final int MAX_DEPTH = 64;

  /** Longest text, in chars: more than any description that fits into a session's metadata. */
  private static final int MAX_STRING = 16 << 20;

  private static final int MAX_NAME = 1_000;
  private static final int MAX_NUMBER = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxNameLength(MAX_NAME)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          // The caller's stream is the caller's to close.
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  static JsonParser parser(InputStream in) {
    return FACTORY.createParser(ObjectReadContext.empty(), in);
  }

  static JsonParser parser(byte[] json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json);
  }

  static JsonParser parser(String json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json);
  }

  static JsonGenerator generator(OutputStream out) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  /** Reads the value that the parser stands on; of a repeated member the last one counts. */
  static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** Reads the object that the parser stands at the start of. */
  static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      map.put(name, value(parser));
    }
    return map;
  }

  /** Null if no type holds its exponent, which has more than nine digits. */
  private static @Nullable Object decimal(JsonParser parser) {
    try {
      return parser.getDecimalValue();
    } catch (NumberFormatException _) {
      return null; // counts as missing, like a value of a wrong type
    }
  }

  private static Object integer(JsonParser parser) {
    Number number = parser.getNumberValue();
    return number instanceof Integer small ? (Object) small.longValue() : number;
  }

  /** As {@link #document(JsonParser, String)}; the encoding too may be none. */
  static JsonObject document(byte[] json, String name) throws DocumentException {
    JsonParser parser;
    try {
      parser = parser(json);
    } catch (tools.jackson.core.JacksonException e) {
      throw new DocumentException(name + " is no text in UTF-8: " + e.getOriginalMessage(), e);
    }
    return document(parser, name);
  }

  /** Reads a whole document that must be one object. */
  static JsonObject document(JsonParser parser, String name) throws DocumentException {
    try (parser) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new DocumentException(name + " is not a JSON object", null);
      }
      JsonObject object = new JsonObject(object(parser));
      if (parser.nextToken() != null) {
        throw new DocumentException(name + " goes on after its end", null);
      }
      return object;
    } catch (tools.jackson.core.JacksonException e) {
      throw new DocumentException(name + " is not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Writes a value made of the types that {@link #value} gives. */
  static void write(JsonGenerator out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(wellFormed(text));
      case Boolean truth -> out.writeBoolean(truth);
      case Number number -> out.writeNumber(number.toString());
      case Map<?, ?> map -> {
        out.writeStartObject();
        map.forEach((name, member) -> {
          out.writeName(wellFormed(String.valueOf(name)));
          write(out, member);
        });
        out.writeEndObject();
      }
      case Iterable<?> list -> {
        out.writeStartArray();
        list.forEach(element -> write(out, element));
        out.writeEndArray();
      }
      default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
    }
  }

  static void member(JsonGenerator out, String name, @Nullable Object value) {
    out.writeName(wellFormed(name));
    write(out, value);
  }

  /**
   * The text with every unpaired surrogate replaced by U+FFFD: files of the original may hold such
   * halves, UTF-8 cannot.
   */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        return replaceHalves(text);
      }
    }
    return text;
  }

  private static String replaceHalves(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  /** Unwraps what the underlying stream threw; other problems of the parser are the document's. */
  static void rethrowIo(tools.jackson.core.JacksonException e) throws IOException {
    if (e.getCause() instanceof IOException io) {
      throw io;
    }
  }
}
