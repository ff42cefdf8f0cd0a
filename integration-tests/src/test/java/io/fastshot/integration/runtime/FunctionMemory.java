package io.fastshot.integration.runtime;

import io.fastshot.integration.runtime.RuntimeApi.Answer;
import io.fastshot.integration.runtime.SqsEvents.Message;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.Content;
import io.fastshot.store.Precondition;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much memory and time the packaged function needs for one batch on a large index: {@code
 * bench/function-memory ROWS}.
 */
public final class FunctionMemory {
  /** Lambda gives the heap 85 % of a function's memory. */
  private static final double HEAP_SHARE = 0.85;

  private static final List<Integer> MEMORY_MB = List.of(512, 1024);
  private static final int WARM = 4;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private FunctionMemory() {}

  /** The number of rows is the argument. */
  public static void main(String[] args) throws Exception {
    int rows = Integer.parseInt(args[0]);
    Path data = Files.createTempDirectory("fastshot-memory");
    try (CloudLibrary library = CloudLibrary.open(data);
        SqsServer queue = SqsServer.start()) {
      OverallIndexJson.Encoded index = OverallIndexJson.write(index(rows));
      OUT.printf(
          Locale.ROOT, "%,d rows, %,d bytes as they are stored%n", rows, index.bytes().length);
      for (int memoryMb : MEMORY_MB) {
        Content content =
            Content.of(index.bytes(), "application/json").withEncoding(index.contentEncoding());
        library.store().put(CloudLibrary.LAYOUT.overallMeta(), content, Precondition.none());
        run(library, queue, memoryMb);
      }
    } finally {
      delete(data);
    }
  }

  private static void run(CloudLibrary library, SqsServer queue, int memoryMb) throws Exception {
    List<String> options =
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx" + (int) (memoryMb * HEAP_SHARE) + "m");
    try (FunctionProcess function =
        FunctionProcess.start(FunctionProcess.INDEXER, library.environment(queue), options)) {
      for (int invocation = 0; invocation <= WARM; invocation++) {
        Duration cpu = invocation == 0 ? Duration.ZERO : function.cpu();
        long start = System.nanoTime();
        Answer answer = function.invoke(SqsEvents.event(batch(100)));
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        OUT.printf(
            Locale.ROOT,
            "%5d MB: %s batch of 100: %.1f s of CPU, %.1f s; %s; process at most %,d MiB%n",
            memoryMb,
            invocation == 0 ? "first" : "warm ",
            function.cpu().minus(cpu).toMillis() / 1000.0,
            time.toMillis() / 1000.0,
            answer,
            residentPeakMib(function.pid()));
      }
    }
  }

  /** Sessions that are not there: next to nothing is read, all the rest is done. */
  private static List<Message> batch(int sessions) {
    List<Message> batch = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      String key = CloudLibrary.LAYOUT.session(id(i));
      batch.add(
          Message.of(SqsEvents.notification(CloudLibrary.BUCKET, "ObjectRemoved:Delete", key)));
    }
    return batch;
  }

  /** The kernel's own account; -1 where it gives none. */
  private static long residentPeakMib(long pid) throws java.io.IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  private static OverallIndex index(int rows) {
    List<IndexRow> list =
        IntStream.range(0, rows)
            .mapToObj(FunctionMemory::row)
            .sorted(Comparator.comparing(IndexRow::id))
            .toList();
    return new OverallIndex(1, "n", Instant.EPOCH, true, null, 1, List.of(), list, Map.of());
  }

  private static IndexRow row(int number) {
    SessionFields fields =
        new SessionFields(
            "Review of ticket " + number,
            "What was seen on the staging system, and what is still to be asked. No. " + number,
            List.of("review", "ticket-" + number % 100),
            "green",
            "work",
            3,
            "2025-06-21T11:46:15");
    String etag = "\"" + SqsEvents.md5("session " + number) + "\"";
    return IndexRow.of(new SessionMeta(id(number), fields, 123_456, null, etag, true, null), 1);
  }

  private static SessionId id(int number) {
    return new SessionId("20250621114615_session_" + number);
  }

  static void delete(Path folder) throws java.io.IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
