package io.fastshot.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fastshot.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands as processes, with the options and the locale that the launcher gives them. */
final class Launched {
  private static final String MAIN = "io.fastshot.client.Main";
  private static final String SCRIPT =
      ". \"$ROOT/build/jvm-options\"; utf8_locale; jvm_options \"$ROOT/build/jvm\" \"$1\"; exec"
          + " \"$JAVA\" $options -XX:-UsePerfData -cp \"$CP\" "
          + MAIN
          + " \"$@\"";

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private String out = "";
  private String err = "";

  /**
   * @param folder for what the processes print
   * @param environment all that they have, besides the path
   */
  Launched(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment.putAll(environment);
    this.environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
    this.environment.put("ROOT", Fixtures.projectRoot().toString());
    this.environment.put(
        "JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    this.environment.put("CP", System.getProperty("java.class.path"));
  }

  int run(String... arguments) throws IOException, InterruptedException {
    return run(SCRIPT, folder.resolve("stdout"), arguments);
  }

  /** Its output goes into a file; another than a new one is not read again. */
  int runInto(Path file, String... arguments) throws IOException, InterruptedException {
    return run(SCRIPT, file, arguments);
  }

  /** All in one process, one after the other. */
  List<Several.Said> runAll(Iterable<String[]> lines) throws IOException, InterruptedException {
    return several(SCRIPT, lines);
  }

  /** The same, without what the launcher does for the locale. */
  List<Several.Said> runAllBare(Iterable<String[]> lines) throws IOException, InterruptedException {
    return several(SCRIPT.replace("utf8_locale;", ""), lines);
  }

  private List<Several.Said> several(String script, Iterable<String[]> lines)
      throws IOException, InterruptedException {
    String main = Several.class.getName();
    int code = run(script.replace(MAIN, main), folder.resolve("stdout"), Several.words(lines));
    if (code != 0) {
      throw new IllegalStateException("exit code " + code + ": " + out + err);
    }
    return Several.parted(out, err);
  }

  /** At a terminal of its own, on which somebody types. */
  int runAtTerminal(String typed, String... arguments) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("run"), SCRIPT);
    StringBuilder command = new StringBuilder("bash " + script);
    for (String argument : arguments) {
      command.append(" '").append(argument).append('\'');
    }
    List<String> words = List.of("script", "-qec", command.toString(), "/dev/null");
    return run(words, folder.resolve("stdout"), typed);
  }

  private int run(String script, Path into, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("bash", "-c", script, "fastshot"));
    words.addAll(List.of(arguments));
    return run(words, into, "");
  }

  private int run(List<String> words, Path into, String typed)
      throws IOException, InterruptedException {
    Path said = folder.resolve("stderr");
    Path typing = Files.writeString(folder.resolve("stdin"), typed);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectInput(typing.toFile())
            .redirectOutput(into.toFile())
            .redirectError(said.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("it did not end: " + words);
    }
    out = Files.isRegularFile(into) ? Files.readString(into, UTF_8) : "";
    err = Files.readString(said, UTF_8);
    return process.exitValue();
  }

  String out() {
    return out;
  }

  String err() {
    return err;
  }
}
