package io.fastshot.client.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.text.PlainText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the program, whatever a name holds and wherever it goes. */
class OutputTest {
  private static final String NAME = "a\u001B]0;x\u0007\u009B2J\u007F\u202Eb\u200F\nfastshot: 登录";

  @TempDir Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          new ByteArrayInputStream(new byte[0]),
          new PrintStream(out, true, ISO_8859_1),
          new PrintStream(err, true, UTF_8),
          Map.of(),
          InstantSource.system(),
          true);

  @Test
  void everyWayOfPrintingCleansTheName() {
    console.err().println(NAME);
    console.err().print(NAME);
    console.err().println((Object) NAME);
    console.err().println(NAME.toCharArray());
    console.err().printf("%s%n", NAME);
    console.err().append(NAME).append('\u009B').println();
    console.err().format("%s", NAME);
    console.progress(NAME);
    String said = err.toString(UTF_8).replace("\u001B[K", "").replace("\r", "");
    assertThat(said).contains("a?]0;x??2J?b fastshot: 登录");
    assertThat(said.chars().filter(c -> c != '\n' && PlainText.isHarmful((char) c))).isEmpty();
    assertThat(said.lines()).noneMatch(line -> line.startsWith("fastshot:"));
  }

  /**
   * Also where the locale has no such letters, JSON is UTF-8, and a program reads what was given.
   */
  @Test
  void jsonIsUtf8AndKeepsTheNameButGivesNoOrders() {
    Json.print(console, Json.object().put("name", NAME));
    Json.printPretty(console, Json.object().put("name", NAME));
    Json.printArray(console, List.of(NAME), name -> Json.object().put("name", name));
    String said = out.toString(UTF_8);
    assertThat(said.chars().filter(c -> c != '\n' && PlainText.isHarmful((char) c))).isEmpty();
    assertThat(said).contains("登录");
    String[] lines = said.split("\n", 2);
    assertThat(Json.MAPPER.readTree(lines[0]).path("name").asString("")).isEqualTo(NAME);
    var array = Json.MAPPER.readTree(said.substring(said.indexOf('[', said.indexOf("}\n["))));
    assertThat(array.path(0).path("name").asString("")).isEqualTo(NAME);
  }

  @Test
  void anErrorKeepsItsNameFromTheTerminal() {
    Terminal terminal = new Terminal(home);
    assertThat(terminal.run("inspect", home.resolve("no\u009Bsuch\u202Efile") + ""))
        .isEqualTo(ExitCode.FAILED);
    assertThat(terminal.run("ls", "--\u009B31m")).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.err().chars().filter(c -> c != '\n' && PlainText.isHarmful((char) c)))
        .isEmpty();
  }

  /** Data that did not get out is a failure, also where the command did all else. */
  @Test
  void aFullDiskIsSaid() {
    Terminal terminal = new Terminal(home).withRoomFor(20);
    assertThat(terminal.run("ls", "--help")).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("could not be written completely");
  }
}
