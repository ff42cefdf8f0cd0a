package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.badfiles.BadFile;
import io.fastshot.badfiles.BadFiles;
import io.fastshot.badfiles.HeavyFiles;
import io.fastshot.client.Main;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.text.Json;
import io.fastshot.fixtures.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every bad file through {@code inspect}, by one process with a small heap. */
class InspectBadFilesTest {
  private static final String HEAP = "-Xmx96m";
  private static final int MINUTES = 3;

  /** Of those of 30 MB, which all go through the indexer's tests: some of each way to be read. */
  private static final List<String> HEAVY =
      Extent.LONG
          ? List.of(
              "900 levels up and down",
              "a thumbnail of 7 MB",
              "half a million beginnings of metadata",
              "JSON alone")
          : List.of("a thumbnail of 7 MB", "JSON alone");

  @TempDir Path home;

  private record Result(int exitCode, List<String> out, String err) {}

  private static List<BadFile> files(String key) {
    return Stream.concat(
            BadFiles.all().stream(),
            HeavyFiles.all().stream().filter(file -> HEAVY.contains(file.name())))
        .filter(file -> file.key().equals(key))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {BadFile.KEY, ""})
  void eachIsOneObjectAndNoneIsAFailureOfTheCommand(String key) throws Exception {
    List<BadFile> bad = files(key);
    List<Path> paths = written(bad);
    Result result = inspect(key, paths);

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).hasSameSizeAs(bad);
    for (int i = 0; i < bad.size(); i++) {
      JsonNode json = Json.MAPPER.readTree(result.out().get(i));
      assertThat(json.path("file").asString("")).isEqualTo(paths.get(i).toString());
      assertObject(bad.get(i), json);
    }
  }

  private static void assertObject(BadFile file, JsonNode json) {
    boolean readable = json.required("readable").asBoolean();
    switch (file.expected()) {
      case READ -> assertThat(readable).as(file.toString()).isTrue();
      case REFUSED, REFUSED_AS_A_WHOLE -> assertThat(readable).as(file.toString()).isFalse();
      case ANY -> {}
    }
    if (readable) {
      assertThat(json.required("reason").isNull()).isTrue();
      assertThat(json.required("name").isString()).as(file.toString()).isTrue();
      assertThat(json.required("tags").isArray()).as(file.toString()).isTrue();
    } else {
      assertThat(json.required("name").isNull()).isTrue();
      assertThat(json.required("reason").asString())
          .as(file.toString())
          .contains(" ")
          .doesNotContain("Exception", "Error", "null")
          .hasSizeLessThan(300);
    }
  }

  private List<Path> written(List<BadFile> files) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (BadFile file : files) {
      Path path = home.resolve(paths.size() + ".fastshot");
      Files.write(path, file.bytes());
      paths.add(path);
    }
    return paths;
  }

  private Result inspect(String key, List<Path> files) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "inspect", "--json", "--legacy-key", key));
    files.forEach(file -> command.add(file.toString()));
    Path out = home.resolve("out");
    Path err = home.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Result(process.exitValue(), Files.readAllLines(out), Files.readString(err));
  }
}
