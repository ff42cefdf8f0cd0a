package io.fastshot.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Runs commands and keeps what they say. */
public final class Terminal {
  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private boolean interactive;
  private byte[] typed = {};
  private String out = "";
  private String err = "";

  public Terminal(Path home) {
    this.home = home;
  }

  public Terminal with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** A person sits there and types this. */
  Terminal typing(String text) {
    interactive = true;
    typed = text.getBytes(UTF_8);
    return this;
  }

  /** Another program writes this into standard input. */
  Terminal fed(byte[] bytes) {
    typed = bytes;
    return this;
  }

  /** Runs a command; returns its exit code. */
  public int run(String... arguments) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    int code = FastshotCommand.run(console(data, words), arguments);
    out = data.toString(UTF_8);
    err = words.toString(UTF_8);
    return code;
  }

  /** One that keeps nothing. */
  Console console() {
    return console(new ByteArrayOutputStream(), new ByteArrayOutputStream());
  }

  private Console console(ByteArrayOutputStream data, ByteArrayOutputStream words) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("FASTSHOT_HOME", home.toString());
    return new Console(
        new ByteArrayInputStream(typed),
        new PrintStream(data, true, UTF_8),
        new PrintStream(words, true, UTF_8),
        all,
        InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.5Z")),
        interactive);
  }

  public String out() {
    return out;
  }

  public String err() {
    return err;
  }

  public JsonNode json() {
    return Json.MAPPER.readTree(out);
  }

  List<JsonNode> jsonLines() {
    return out.lines().map(Json.MAPPER::readTree).toList();
  }
}
