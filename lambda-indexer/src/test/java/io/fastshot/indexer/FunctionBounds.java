package io.fastshot.indexer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.ThreadMXBean;
import io.fastshot.badfiles.BadFile;
import io.fastshot.badfiles.BadFiles;
import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.indexer.run.IndexerConfig;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.indexer.run.Parallel;
import io.fastshot.indexer.run.Sleeper;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What one file can cost the function, measured: the real handler, one file per invocation, every
 * bad file and those whose paths stdin names, one a line; of those that take memory also a batch of
 * a hundred at once. Prints a line per file, tab-separated, when a file of stdin is needed no more,
 * and at the end the most heap in use after a collection and the peak of the whole process:
 *
 * <pre>
 * file      NAME  messages that came back  size  bytes read  CPU ms  bytes allocated
 * batch     NAME  messages that came back  size  bytes read  0       0
 * over      NAME
 * after-gc  bytes
 * resident  KiB
 * </pre>
 *
 * <p>To be run in a JVM with the heap of the function; {@link FunctionBoundsTest} does so.
 */
final class FunctionBounds {
  private static final KeyLayout LAYOUT = KeyLayout.atRoot();

  /** As many messages as a batch of the queue has. */
  private static final int BATCH = 100;

  private final SharedFilesStore store = new SharedFilesStore(LAYOUT);
  private final TestLibrary messages = new TestLibrary();
  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final AtomicLong peakAfterGc = new AtomicLong();

  private FunctionBounds() {}

  /** Measures. The files that stdin names are not read onto the heap. */
  public static void main(String[] args) throws IOException {
    FunctionBounds bounds = new FunctionBounds();
    List<BadFile> bad = BadFiles.all();
    for (BadFile file : bad.subList(0, 900)) {
      bounds.invoke(bounds.shared(file.base(), ByteSource.of(file.bytes())), file.key());
    }
    for (BadFile file : bad) {
      bounds.measure(file.toString(), ByteSource.of(file.bytes()), file.key());
    }
    bounds.watchHeap();
    BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String path = paths.readLine(); path != null; path = paths.readLine()) {
      Path file = Path.of(path);
      String name = file.getFileName().toString();
      bounds.measure(name, ByteSource.of(file), BadFile.KEY);
      if (holdsMuch(name)) {
        bounds.batchOf(name, ByteSource.of(file));
      }
      System.out.println("over\t" + name);
    }
    System.out.println("after-gc\t" + bounds.peakAfterGc.get());
    System.out.println("resident\t" + residentPeakKb());
  }

  /** Files of which a reader holds megabytes; of the others it holds next to nothing. */
  private static boolean holdsMuch(String name) {
    return name.matches("a thumbnail of [46] M.*|every text.*");
  }

  private List<String> shared(String base, ByteSource file) {
    store.clear();
    store.share(new SessionId(base), file);
    return List.of(base);
  }

  private void measure(String name, ByteSource file, String key) {
    List<String> bases = shared("measured", file);
    long allocated = thread.getCurrentThreadAllocatedBytes();
    long cpu = thread.getCurrentThreadCpuTime();
    int back = invoke(bases, key);
    long cpuMillis = (thread.getCurrentThreadCpuTime() - cpu) / 1_000_000;
    long allocatedBytes = thread.getCurrentThreadAllocatedBytes() - allocated;
    line("file", name, back, file.sizeBytes(), cpuMillis, allocatedBytes);
  }

  private void batchOf(String name, ByteSource file) {
    store.clear();
    List<String> bases = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      bases.add("b" + i);
      store.share(new SessionId("b" + i), file);
    }
    int parallelism = IndexerConfig.DEFAULT_PARALLELISM;
    Parallel parallel = Parallel.virtualThreads(parallelism, Duration.ofSeconds(1));
    line("batch", name, invoke(bases, BadFile.KEY, parallel), file.sizeBytes(), 0, 0);
  }

  private void line(
      String kind, String name, int back, long size, long cpuMillis, long allocatedBytes) {
    System.out.printf(
        "%s\t%s\t%d\t%d\t%d\t%d\t%d%n",
        kind, name, back, size, store.bytesRead(), cpuMillis, allocatedBytes);
  }

  private int invoke(List<String> bases, String key) {
    return invoke(bases, key, Parallel.sequential());
  }

  /** Number of messages that came back. */
  private int invoke(List<String> bases, String key, Parallel parallel) {
    IndexerHandler handler =
        new IndexerHandler(
            new Indexing(
                store,
                bodies -> {},
                IndexerConfig.of(LAYOUT, XorMask.of(key)),
                InstantSource.system(),
                new Random(1),
                Sleeper.system(),
                parallel));
    List<String> bodies = bases.stream().map(base -> messages.event(base)).toList();
    var response = handler.handleRequest(TestLibrary.batch(bodies), new TestContext(600_000));
    return response.getBatchItemFailures().size();
  }

  /** What is in use after each collection, at most: live objects, and garbage not found yet. */
  private void watchHeap() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, _) -> {
                var info =
                    GarbageCollectionNotificationInfo.from(
                        (CompositeData) notification.getUserData());
                long used =
                    info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                        .filter(pool -> pool.getKey().matches("Eden.*|Survivor.*|Tenured.*"))
                        .mapToLong(pool -> pool.getValue().getUsed())
                        .sum();
                peakAfterGc.accumulateAndGet(used, Math::max);
              },
              null,
              null);
    }
  }

  /** Peak of the whole process as Linux counts it; 0 elsewhere. */
  private static long residentPeakKb() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }
}
