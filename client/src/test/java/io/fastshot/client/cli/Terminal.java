package io.fastshot.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
  /** The time that the commands are told. */
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.5Z");

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private boolean interactive;
  private byte[] typed = {};
  private int room = Integer.MAX_VALUE;
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

  /** Its disk takes so many bytes of output, and then no more. */
  Terminal withRoomFor(int bytes) {
    room = bytes;
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
        new PrintStream(new FullDisk(data, room), true, UTF_8),
        new PrintStream(words, true, UTF_8),
        all,
        InstantSource.fixed(NOW),
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

  /** Takes what it has room for. */
  private static final class FullDisk extends FilterOutputStream {
    private long room;

    FullDisk(OutputStream to, long room) {
      super(to);
      this.room = room;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      room -= length;
      if (room < 0) {
        throw new IOException("No space left on device");
      }
      out.write(bytes, from, length);
    }
  }
}
