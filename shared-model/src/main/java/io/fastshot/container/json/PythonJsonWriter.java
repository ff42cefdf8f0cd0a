package io.fastshot.container.json;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Writes JSON as a stream with the very bytes of Python's {@code json.dumps(indent=2,
 * ensure_ascii=False)}.
 */
public final class PythonJsonWriter {
  /** Bytes that base64 turns into text without padding, at a time. */
  private static final int BASE64_STEP = 3 * 8192;

  private final Writer out;
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean empty = true;
  private boolean named;

  /**
   * @param out is flushed, not closed
   */
  public PythonJsonWriter(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 32 * 1024);
  }

  public void start(char bracket) throws IOException {
    beforeValue();
    out.write(bracket);
    depth++;
    empty = true;
  }

  public void end(char bracket) throws IOException {
    depth--;
    if (!empty) {
      newLine();
    }
    out.write(bracket);
    empty = false;
  }

  public void name(String name) throws IOException {
    beforeValue();
    quoted(name);
    out.write(": ");
    named = true;
  }

  public void string(String value) throws IOException {
    beforeValue();
    quoted(value);
  }

  /** A number, {@code true}, {@code false} or {@code null}, as it stands. */
  public void literal(String value) throws IOException {
    beforeValue();
    out.write(value);
  }

  /** Bytes as a string of base64. */
  public void base64(byte[] bytes) throws IOException {
    beforeValue();
    out.write('"');
    for (int at = 0; at < bytes.length; at += BASE64_STEP) {
      int end = Math.min(bytes.length, at + BASE64_STEP);
      byte[] encoded = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, at, end));
      out.write(new String(encoded, StandardCharsets.ISO_8859_1));
    }
    out.write('"');
  }

  /**
   * A value that is JSON already, laid out anew.
   *
   * @throws IOException if it is not JSON
   */
  public void raw(String json) throws IOException {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = StrictJson.parser(new ByteArrayInputStream(utf8))) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        copy(parser, token);
        token = parser.nextToken();
      }
    } catch (JacksonException e) {
      throw new IOException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private void copy(JsonParser parser, JsonToken token) throws IOException {
    switch (token) {
      case START_OBJECT -> start('{');
      case START_ARRAY -> start('[');
      case END_OBJECT -> end('}');
      case END_ARRAY -> end(']');
      case PROPERTY_NAME -> name(parser.currentName());
      case VALUE_STRING -> string(parser.getString());
      default -> literal(parser.getString());
    }
  }

  public void flush() throws IOException {
    out.flush();
  }

  private void beforeValue() throws IOException {
    if (named || depth == 0) {
      named = false;
      return;
    }
    if (!empty) {
      out.write(',');
    }
    newLine();
    empty = false;
  }

  private void newLine() throws IOException {
    out.write('\n');
    for (int i = 0; i < depth; i++) {
      out.write("  ");
    }
  }

  private void quoted(String value) throws IOException {
    text.setLength(0);
    PythonJson.quote(text, value);
    out.append(text);
  }
}
