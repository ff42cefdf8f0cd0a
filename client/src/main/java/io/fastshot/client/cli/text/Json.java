package io.fastshot.client.cli.text;

import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionMeta;
import java.io.PrintWriter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON on stdout. */
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
    PrintWriter out = new PrintWriter(console.out(), false, console.out().charset());
    MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(out, json);
    out.println();
    out.flush();
  }

  public static void printPretty(Console console, JsonNode json) {
    console.out().println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json));
  }
}
