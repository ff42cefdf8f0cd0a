package io.fastshot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a fuzz target in a JVM of its own: Jazzer instruments that JVM and ends it at a finding.
 *
 * <p>{@code -Dfuzz.seconds=N} sets how long each target runs; the profiles {@code long} and {@code
 * fuzz} make it longer. What a long run learned stays in {@code target/fuzz} and is where the next
 * one goes on.
 */
public final class Fuzzing {
  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in");
  private static final int MAX_INPUT_BYTES = 8192;
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 4);

  private Fuzzing() {}

  /**
   * Fuzzes, and fails with Jazzer's report if it found something.
   *
   * @param driver Jazzer's main class: named by the caller, so that each module declares Jazzer
   * @param target has {@code public static void fuzzerTestOneInput(byte[])}, which throws at a
   *     finding
   * @param seeds inputs to start from, those that are too long left out
   */
  public static void run(Class<?> driver, Class<?> target, List<byte[]> seeds)
      throws IOException, InterruptedException {
    Path folder = Path.of("target", "fuzz", target.getSimpleName()).toAbsolutePath();
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path given = Files.createDirectories(folder.resolve("seeds"));
    write(seeds, given);
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                driver.getName(),
                "--target_class=" + target.getName(),
                "--instrumentation_includes=io.fastshot.**",
                "-artifact_prefix=" + folder + "/",
                "-seed=1",
                "-max_len=" + MAX_INPUT_BYTES,
                "-max_total_time=" + SECONDS,
                // The heap is bounded above. libFuzzer would count the peak of the process that
                // started it, which Linux hands on to a child.
                "-rss_limit_mb=0",
                corpus.toString(),
                given.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = process.waitFor(SECONDS + 240L, TimeUnit.SECONDS);
      String told = Files.readString(output);
      long runs = runs(target, told, ended ? process.exitValue() : -1);
      assertThat(runs).as("the seeds, and inputs of its own").isGreaterThan(seeds.size());
    } finally {
      process.destroyForcibly();
    }
  }

  private static void write(List<byte[]> seeds, Path folder) throws IOException {
    for (int i = 0; i < seeds.size(); i++) {
      if (seeds.get(i).length <= MAX_INPUT_BYTES) {
        Files.write(folder.resolve("seed" + i), seeds.get(i));
      }
    }
  }

  private static long runs(Class<?> target, String output, int exitCode) {
    String end = output.substring(Math.max(0, output.length() - 8_000));
    assertThat(exitCode).as("Jazzer on " + target.getSimpleName() + ":\n" + end).isZero();
    Matcher done = DONE.matcher(output);
    assertThat(done.find()).as(end).isTrue();
    long runs = Long.parseLong(done.group(1));
    System.out.println(
        target.getSimpleName() + ": " + runs + " runs in " + SECONDS + " s, no finding");
    return runs;
  }
}
