package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.text.Json;
import io.fastshot.container.FastshotCodec;
import io.fastshot.container.Format;
import io.fastshot.container.SessionFile;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.fixtures.Fixtures;
import io.fastshot.model.SessionFields;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class InspectTest {
  private static final List<String> FIELDS =
      List.of("readable", "name", "desc", "tags", "color", "class", "image_count", "created_at");

  @TempDir Path home;

  @Test
  void everyFixtureGivesItsExpectedFields() throws IOException {
    Terminal terminal = new Terminal(home);
    List<Path> expectations = Fixtures.originals(".expected.json");
    assertThat(expectations).hasSizeGreaterThan(40);
    for (Path file : expectations) {
      JsonNode expected = Json.MAPPER.readTree(Files.readAllBytes(file));
      String session = Fixtures.original(expected.path("file").asString("")).toString();
      String key = expected.path("key").asString("");

      assertThat(terminal.run("inspect", "--json", "--legacy-key", key, session)).isZero();

      JsonNode actual = terminal.json();
      assertThat(actual.path("file").asString("")).isEqualTo(session);
      for (String field : FIELDS) {
        assertThat(actual.get(field))
            .as("%s of %s", field, file.getFileName())
            .isEqualTo(expected.get(field));
      }
      assertThat(actual.path("reason").isNull())
          .isEqualTo(expected.path("readable").asBoolean(false));
    }
  }

  @Test
  void whatAFileSaysCannotChangeTheTerminal() throws IOException {
    String evil = "\u001b[31m\r\b\u009b1m";
    SessionFields fields =
        new SessionFields("n" + evil, "", List.of("t" + evil), "blue", "c", 0, evil);
    Path file = home.resolve("evil.fastshot");
    try (OutputStream out = Files.newOutputStream(file)) {
      new FastshotCodec(XorMask.none())
          .write(
              new SessionFile(fields, "20250621114615_evil.fastshot", List.of()),
              Format.CURRENT,
              out);
    }
    Terminal terminal = new Terminal(home);
    assertThat(terminal.run("inspect", file.toString())).isZero();
    assertThat(terminal.out().lines()).singleElement().asString().doesNotMatch(".*\\p{Cc}.*");
    assertThat(terminal.out()).contains("n?[31m");
  }

  @Test
  void severalFilesGiveOneLineEach() {
    Terminal terminal = new Terminal(home);
    String file = Fixtures.original("cloud_nokey.fastshot").toString();
    assertThat(terminal.run("inspect", "--json", file, home.resolve("no").toString(), file))
        .isEqualTo(ExitCode.FAILED);
    assertThat(terminal.jsonLines()).hasSize(2);
    assertThat(terminal.err()).contains("cannot be read");
  }
}
