package io.fastshot.localcloud;

import io.fastshot.localcloud.RebuildRun.Phase;
import io.fastshot.store.RequestCounts;
import io.fastshot.store.Verb;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A rebuild at size: {@code bench/rebuild SESSIONS}. Prints what it took; ends with 1 if the index
 * was not right afterwards. docs/decisions/0112 has what it printed.
 */
public final class RebuildAtSize {
  private static final int CHANGES_PER_SECOND = 20;
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final double MIB = 1 << 20;

  /** Per install, on average. In small libraries the small batches of live changes say the most. */
  private static final double MOST_ATTEMPTS = 1.5;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private RebuildAtSize() {}

  /** The number of sessions is the argument. */
  public static void main(String[] args) throws Exception {
    int sessions = Integer.parseInt(args[0]);
    Path data = Files.createTempDirectory("fastshot-rebuild");
    LocalCloudConfig config = LocalCloudConfig.at(data);
    boolean right;
    try {
      long start = System.nanoTime();
      LargeLibrary.fill(config, sessions);
      OUT.printf(Locale.ROOT, "%,d sessions written in %s%n", sessions, seconds(since(start)));
      right = run(config, sessions);
    } finally {
      delete(data);
    }
    System.exit(right ? 0 : 1);
  }

  private static boolean run(LocalCloudConfig config, int sessions) throws Exception {
    try (RebuildRun run = RebuildRun.start(config, PATIENCE)) {
      OUT.printf(Locale.ROOT, "start, with a check that finds nothing:%n");
      print(run.check());
      OUT.printf(
          Locale.ROOT,
          "rebuild of all, forced, with %d puts or deletes a second:%n",
          CHANGES_PER_SECOND);
      Phase rebuild = run.rebuild(sessions, CHANGES_PER_SECOND);
      print(rebuild);
      OUT.printf(
          Locale.ROOT,
          "  %,d changes, %,d versions of the index, %.3f CAS attempts per install (wanted at"
              + " 100,000: below %.1f)%n",
          rebuild.changes(),
          rebuild.installs(),
          rebuild.attemptsPerInstall(),
          MOST_ATTEMPTS);
      OUT.printf(Locale.ROOT, "  rebuild is %s, queue %s%n", run.state(), run.stats());
      long start = System.nanoTime();
      List<String> differences = run.differences();
      OUT.printf(
          Locale.ROOT,
          "oracle, by reading every file (%s): %,d differences%n",
          seconds(since(start)),
          differences.size());
      differences.stream().limit(10).forEach(line -> OUT.printf(Locale.ROOT, "  %s%n", line));
      return differences.isEmpty() && run.stats().dead() == 0;
    }
  }

  private static void print(Phase phase) {
    OUT.printf(
        Locale.ROOT,
        "  %s, %s of CPU, %,d requests (%,d LIST, %,d PUT of the index, %.0f MiB of it up)%n",
        seconds(phase.time()),
        seconds(phase.cpu()),
        phase.requests().total().requests(),
        phase.requests().of(Verb.LIST).requests(),
        phase.requests().of(Verb.PUT, RequestCounts.Kind.OVERALL_META).requests(),
        phase.requests().of(Verb.PUT, RequestCounts.Kind.OVERALL_META).bytesUp() / MIB);
    OUT.printf(
        Locale.ROOT,
        "  peak heap after a collection %.0f MiB of %.0f MiB (server, functions and client)%n",
        phase.peakHeapBytes() / MIB,
        Runtime.getRuntime().maxMemory() / MIB);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
