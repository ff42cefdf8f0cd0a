package io.fastshot.client.data.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a killed download leaves. */
class UnfinishedFilesTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path root;

  @Test
  void whatIsOlderThanADayGoesAndTheRestIsCounted() throws IOException {
    CacheFiles files = new CacheFiles(root, InstantSource.fixed(NOW));
    Path old = aged(files.temp(files.sessions()), Duration.ofHours(25));
    Path older = aged(files.temp(files.thumbnails()), Duration.ofDays(400));
    Path running = aged(files.temp(files.sessions()), Duration.ofHours(23));
    Path foreign = aged(Files.createFile(files.sessions().resolve("x.tmp")), Duration.ofDays(9));
    assertThat(files.unfinished()).containsExactlyInAnyOrder(old, older, running);
    files.removeAbandoned(java.util.Set::of);
    assertThat(files.unfinished()).containsExactly(running);
    assertThat(foreign).exists();
    assertThat(files.problems()).isEmpty();
  }

  /** Who opens the cache removes them; "status" counts those that stay. */
  @Test
  void everyCommandThatOpensTheCacheRemovesThem() throws IOException {
    Terminal terminal = new Terminal(root.resolve("home"));
    Path sessions =
        Files.createDirectories(
            Path.of(status(terminal).path("folder").asString("")).resolve("sessions"));
    Path running = Files.createFile(sessions.resolve("part-1.tmp"));
    Path old = Files.createFile(sessions.resolve("part-2.tmp"));
    Files.setLastModifiedTime(running, FileTime.from(Terminal.NOW));
    Files.setLastModifiedTime(old, FileTime.from(Terminal.NOW.minus(Duration.ofHours(25))));
    assertThat(status(terminal).path("unfinished").asInt(-1)).isEqualTo(1);
    assertThat(running).exists();
    assertThat(old).doesNotExist();
  }

  private static JsonNode status(Terminal terminal) {
    assertThat(terminal.run("status", "--cached", "--json", "--bucket", "b")).isZero();
    return terminal.json().path("cache");
  }

  private static Path aged(Path file, Duration age) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
  }
}
