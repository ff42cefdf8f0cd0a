package io.fastshot.client.cli.text;

import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionMeta;
import java.io.Writer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON on stdout: always UTF-8, and never what a terminal would obey. */
public final class Json {
  public static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** A row with the fields of a meta index; {@code desc_cut} tells that its description is cut. */
  public static ObjectNode of(IndexRow row) {
    ObjectNode json = of(row.meta());
    if (row.descCut()) {
      json.put("desc_cut", true);
    }
    return json;
  }

  /** The flat fields of a meta index, without what it repeats for the original app. */
  public static ObjectNode of(SessionMeta meta) {
    ObjectNode json = (ObjectNode) MAPPER.readTree(MetaIndexJson.write(meta));
    json.remove("metadata");
    return json;
  }

  /** One line, written as it is made: what a file holds can be large. */
  public static void print(Console console, JsonNode json) {
    print(console, MAPPER.writer(), json);
  }

  public static void printPretty(Console console, JsonNode json) {
    print(console, MAPPER.writerWithDefaultPrettyPrinter(), json);
  }

  private static void print(Console console, ObjectWriter writer, JsonNode json) {
    Writer out = new JsonOutput(console.out());
    writer.without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(out, json);
    end(console);
  }

  /**
   * An array, each element made when its turn comes: a library's rows need no memory but their own.
   */
  public static <T> void printArray(
      Console console, Iterable<T> values, Function<T, JsonNode> json) {
    ObjectWriter pretty = MAPPER.writerWithDefaultPrettyPrinter();
    try (JsonGenerator generator =
        pretty
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .createGenerator(new JsonOutput(console.out()))) {
      generator.writeStartArray();
      for (T value : values) {
        generator.writeTree(json.apply(value));
      }
      generator.writeEndArray();
    }
    end(console);
  }

  private static void end(Console console) {
    console.out().println();
  }
}
