package io.fastshot.localcloud.events;

import io.fastshot.files.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The messages that were given up: one line of JSON each, in a file that only grows. A person
 * deletes the file when its messages have been looked into. What they were about is found by the
 * check that each of them asks for; see {@link Reconciler}.
 */
public final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final InstantSource clock;
  private int count;

  private DeadLetters(Path file, InstantSource clock, int count) {
    this.file = file;
    this.clock = clock;
    this.count = count;
  }

  /** Opens the list. */
  public static DeadLetters open(Path file, InstantSource clock) throws IOException {
    int lines = 0;
    if (Files.exists(file)) {
      try (var all = Files.lines(file)) {
        lines = (int) all.count();
      }
    }
    return new DeadLetters(file, clock, lines);
  }

  /** How many messages the list holds. */
  synchronized int count() {
    return count;
  }

  /**
   * Adds a message, on the disk when this returns, and says so in the log.
   *
   * @throws UncheckedIOException if it cannot be kept, such as on a full disk; it may be kept in
   *     part
   */
  public synchronized void add(String body, int receives, String reason) {
    LOG.warn("gave up an event after {} deliveries: {}; kept in {}", receives, reason, file);
    Map<String, Object> letter = new LinkedHashMap<>();
    letter.put("time", clock.instant().toString());
    letter.put("deliveries", receives);
    letter.put("reason", reason);
    letter.put("body", body);
    String line = JSON.writeValueAsString(letter) + "\n";
    boolean first = !Files.exists(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      if (first) {
        var _ = OwnerOnly.make(file); // before it holds something
      }
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a dead letter in " + file, e);
    }
    count++;
  }
}
