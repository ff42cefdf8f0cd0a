package io.fastshot.integration.runtime;

import io.fastshot.container.bytes.XorMask;
import io.fastshot.integration.runtime.SqsEvents.Message;
import io.fastshot.localcloud.demo.DemoLibrary;
import io.fastshot.store.ObjectStores;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How long the packaged function takes from the start of its process to its first answer, and for
 * one more event when it is warm: {@code bench/cold-start ROUNDS}.
 *
 * <p>Each round starts every variant once, one after the other, and each variant is compared with
 * the plain start of the same round: what else the machine does meets all of them.
 */
public final class ColdStart {
  private static final int WARM = 50;
  private static final int TRAINING = 20;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final CloudLibrary library;
  private final SqsServer queue;
  private final String event;
  private final List<Variant> variants = new ArrayList<>();

  private record Sample(double firstMillis, double firstCpuMillis, double warmMillis) {}

  private record Variant(String name, List<String> options, List<Sample> samples) {}

  private ColdStart(CloudLibrary library, SqsServer queue) {
    this.library = library;
    this.queue = queue;
    XorMask key = XorMask.of(DemoLibrary.LEGACY_KEY);
    DemoLibrary.fill(library.store(), CloudLibrary.LAYOUT, 3, 1, key);
    String session =
        ObjectStores.listAll(library.store(), CloudLibrary.LAYOUT.sessions())
            .iterator()
            .next()
            .key();
    this.event =
        SqsEvents.event(
            List.of(
                Message.of(
                    SqsEvents.notification(CloudLibrary.BUCKET, "ObjectCreated:Put", session))));
  }

  /** The number of rounds is the argument. */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    Path data = Files.createTempDirectory("fastshot-cold-start");
    try (CloudLibrary library = CloudLibrary.open(data.resolve("cloud"));
        SqsServer queue = SqsServer.start()) {
      ColdStart bench = new ColdStart(library, queue);
      bench.train(data.resolve("function.jsa"), data.resolve("function.aot"));
      for (int round = 0; round < rounds; round++) {
        bench.round();
      }
      bench.report(rounds);
    } finally {
      FunctionMemory.delete(data);
    }
  }

  private void round() throws Exception {
    for (Variant variant : variants) {
      variant.samples().add(run(variant.options()));
    }
  }

  private void train(Path cds, Path aot) throws Exception {
    List<String> lambda = FunctionProcess.LAMBDA_OPTIONS;
    training(with(lambda, "-XX:ArchiveClassesAtExit=" + cds), cds);
    training(with(lambda, "-XX:AOTCacheOutput=" + aot), aot);
    variant("plain (serial GC, C1, as Lambda)", lambda);
    variant("plain, JVM defaults", List.of("-Xmx435m"));
    variant("AppCDS archive", with(lambda, "-XX:SharedArchiveFile=" + cds));
    variant("AOT cache", with(lambda, "-XX:AOTCache=" + aot));
  }

  private void variant(String name, List<String> options) {
    variants.add(new Variant(name, options, new ArrayList<>()));
  }

  private static List<String> with(List<String> options, String more) {
    List<String> all = new ArrayList<>(options);
    all.add(more);
    return all;
  }

  /** A run whose end writes a file. */
  private void training(List<String> options, Path file) throws Exception {
    try (FunctionProcess function =
        FunctionProcess.start(FunctionProcess.INDEXER, library.environment(queue), options)) {
      for (int i = 0; i < TRAINING; i++) {
        String _ = function.returned(event);
      }
      function.stop();
    }
    if (!Files.exists(file)) {
      throw new IllegalStateException("the training run wrote no " + file);
    }
    OUT.printf(Locale.ROOT, "%s: %,d bytes%n", file.getFileName(), Files.size(file));
  }

  private Sample run(List<String> options) throws Exception {
    long start = System.nanoTime();
    try (FunctionProcess function =
        FunctionProcess.start(FunctionProcess.INDEXER, library.environment(queue), options)) {
      String _ = function.returned(event);
      double first = (System.nanoTime() - start) / 1e6;
      double cpu = function.cpu().toMillis();
      List<Double> warm = new ArrayList<>();
      for (int i = 0; i < WARM; i++) {
        long again = System.nanoTime();
        String _ = function.returned(event);
        warm.add((System.nanoTime() - again) / 1e6);
      }
      return new Sample(first, cpu, median(warm));
    }
  }

  private void report(int rounds) {
    OUT.printf(
        Locale.ROOT,
        "medians of %d rounds; ratios to the first line in the same round; warm: median of %d%n",
        rounds,
        WARM);
    for (Variant variant : variants) {
      OUT.printf(
          Locale.ROOT,
          "%-34s start to first answer %6.0f ms, ratio %.2f; CPU %6.0f ms, ratio %.2f; warm %6.2f"
              + " ms%n",
          variant.name(),
          median(variant, Sample::firstMillis),
          ratio(variant, Sample::firstMillis),
          median(variant, Sample::firstCpuMillis),
          ratio(variant, Sample::firstCpuMillis),
          median(variant, Sample::warmMillis));
    }
  }

  private static double median(Variant variant, ToDoubleFunction<Sample> of) {
    return median(variant.samples().stream().map(of::applyAsDouble).toList());
  }

  private double ratio(Variant variant, ToDoubleFunction<Sample> of) {
    List<Sample> plain = variants.getFirst().samples();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < plain.size(); round++) {
      double own = of.applyAsDouble(variant.samples().get(round));
      ratios.add(own / of.applyAsDouble(plain.get(round)));
    }
    return median(ratios);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
