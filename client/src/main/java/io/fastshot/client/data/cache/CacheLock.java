package io.fastshot.client.data.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one writer at a time into a cache folder, among all threads and processes of this machine.
 *
 * <p>A lock of the file system ends with its process, so a killed one leaves nothing behind. Held
 * for moments only: nothing waits for the network inside.
 */
public final class CacheLock {
  /** Writers hold the lock for milliseconds, so this is long. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final long RETRY_MILLIS = 5;

  /** File locks are per process: threads of one process need their own. */
  private static final ConcurrentMap<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

  private final Path file;
  private final Duration patience;
  private final ReentrantLock threads;

  public CacheLock(Path file, Duration patience) {
    this.file = file.toAbsolutePath().normalize();
    this.patience = patience;
    this.threads = IN_PROCESS.computeIfAbsent(this.file, path -> new ReentrantLock());
  }

  /** What is done under the lock. */
  @FunctionalInterface
  public interface Section {
    void run() throws IOException;
  }

  /**
   * Does something alone. Not to be called again inside.
   *
   * @throws IOException if the lock could not be had in time, or from the section
   */
  public void run(Section section) throws IOException {
    try {
      if (!threads.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + file.getFileName(), e);
    }
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = lock(channel)) {
        section.run();
      }
    } finally {
      threads.unlock();
    }
  }

  private FileLock lock(FileChannel channel) throws IOException {
    long tries = Math.max(1, patience.toMillis() / RETRY_MILLIS);
    for (long i = 0; i < tries; i++) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
      try {
        Thread.sleep(RETRY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for " + file.getFileName(), e);
      }
    }
    throw busy();
  }

  private IOException busy() {
    return new IOException(
        "another process has been writing the cache for more than "
            + patience.toSeconds()
            + " s; if none should be, end it or remove "
            + file);
  }
}
