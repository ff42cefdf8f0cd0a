package io.fastshot.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.badfiles.BadFile;
import io.fastshot.badfiles.BadFiles;
import io.fastshot.badfiles.HeavyFiles;
import io.fastshot.fixtures.Extent;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The function's 512 MB and its second hold for every file: the handler in a JVM of its own, with
 * every bad file and with files of 30 MB made to be as expensive as can be, one at a time and a
 * hundred at once.
 *
 * <p>Time is bounded by the work that is done: bytes read and allocated, and, generously, time of
 * the processor. The figures are in docs/decisions/0402-bounded-readers.md.
 */
class FunctionBoundsTest {

  /**
   * A function of 512 MB leaves its heap some 400 MB: the rest is for classes, compiled code,
   * threads and buffers (LocalStack's runtime takes 80 %, 410 MB).
   */
  private static final String HEAP = "-Xmx384m";

  private static final long MEMORY_KB = 512 * 1024;
  private static final long MAX_ALLOCATED = 400L * 1024 * 1024;
  private static final long MAX_CPU_MILLIS = 5_000;

  /** Of the files of 30 MB, those of a short run: some of each way to be read. */
  private static final Set<String> FEW =
      Set.of(
          "fractions",
          "a thumbnail of 6 MB",
          "half a million beginnings of metadata",
          "an ordinary session",
          "chunks");

  /** Files of which a hundred are taken at once. */
  private static final int BATCHES = Extent.of(1, 3);

  @TempDir private Path folder;

  private record Line(
      String kind, String name, int back, long size, long read, long cpuMillis, long allocated) {
    static Line parse(String line) {
      String[] parts = line.split("\t", -1);
      return new Line(
          parts[0],
          parts[1],
          Integer.parseInt(parts[2]),
          Long.parseLong(parts[3]),
          Long.parseLong(parts[4]),
          Long.parseLong(parts[5]),
          Long.parseLong(parts[6]));
    }
  }

  @Test
  void noFileCostsMoreThanAFunctionOf512MbHas() throws Exception {
    List<String> output = run();
    List<Line> lines =
        output.stream().filter(line -> line.matches("(file|batch)\t.*")).map(Line::parse).toList();
    assertThat(lines.size())
        .as("lines")
        .isEqualTo(BadFiles.all().size() + heavy().size() + BATCHES);
    for (Line line : lines) {
      assertThat(line.back()).as("messages that came back: " + line).isZero();
      assertThat(line.cpuMillis()).as(line.toString()).isLessThan(MAX_CPU_MILLIS);
      assertThat(line.allocated()).as(line.toString()).isLessThan(MAX_ALLOCATED);
    }
    for (Line line : lines.stream().filter(line -> line.kind().equals("file")).toList()) {
      assertThat(line.read()).as(line.toString()).isLessThan(3 * line.size() + 4 * 65_536);
    }
    long residentKb = Long.parseLong(output.getLast().replaceAll("[^0-9]", ""));
    lines.stream()
        .sorted(Comparator.comparingLong(Line::cpuMillis).reversed())
        .limit(5)
        .forEach(System.out::println);
    output.stream().skip(output.size() - 2L).forEach(System.out::println);
    assertThat(residentKb).as("peak of the process, KiB").isLessThan(MEMORY_KB);
  }

  private static List<BadFile> heavy() {
    return HeavyFiles.all().stream()
        .filter(file -> file.key().equals(BadFile.KEY))
        .filter(file -> Extent.LONG || FEW.contains(file.name()))
        .toList();
  }

  private List<String> run() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC", // as Lambda sets it
                "-Dfastshot.root=" + System.getProperty("fastshot.root"),
                "-cp",
                System.getProperty("java.class.path"),
                FunctionBounds.class.getName())
            .redirectErrorStream(true)
            .start();
    var _ =
        process
            .onExit()
            .orTimeout(5, TimeUnit.MINUTES)
            .exceptionally(_ -> process.destroyForcibly());
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      try (BufferedWriter paths = process.outputWriter()) {
        for (BadFile file : heavy()) {
          measureOne(file, paths, output, lines);
        }
      }
      output.lines().forEach(lines::add);
    }
    process.waitFor();
    assertThat(process.exitValue()).as(tail(lines)).isZero();
    return lines;
  }

  /** One file of 30 MB at a time lies on the disk. */
  private void measureOne(
      BadFile file, BufferedWriter paths, BufferedReader output, List<String> lines)
      throws IOException {
    Path path = Files.write(folder.resolve(file.name()), file.bytes());
    paths.write(path + "\n");
    paths.flush();
    String line;
    do {
      line = Objects.requireNonNull(output.readLine(), () -> "it ended:\n" + tail(lines));
      lines.add(line);
    } while (!line.equals("over\t" + file.name()));
    Files.delete(path);
  }

  private static String tail(List<String> lines) {
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }
}
