package io.fastshot.indexer.observe;

import io.fastshot.indexer.run.IndexerConfig;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/**
 * Lets only a few sessions at a time take more memory than most do.
 *
 * <p>Nearly every file is described by some 64 to 200 KB of it; a crafted one can make its reader
 * hold 40 MB, and {@link IndexerConfig#DEFAULT_PARALLELISM} of those at once would not fit into a
 * function of 512 MB.
 *
 * <p><b>Threads:</b> safe from several.
 */
final class HeavyReads {

  /** What any session may read without waiting for its turn. */
  static final int LIGHT_BYTES = 512 * 1024;

  /** 4 of 40 MB leave room for the index itself. */
  private static final int AT_ONCE = 4;

  private final Semaphore permits = new Semaphore(AT_ONCE);

  /** The part of one session, until it is closed. Used by one thread. */
  final class Turn implements AutoCloseable {
    private long bytes;
    private boolean heavy;

    /**
     * To be called before bytes are read into memory, or streamed, which counts as {@link
     * Long#MAX_VALUE}. Blocks while too many others are heavy.
     *
     * @throws InterruptedIOException if the caller's time is over
     */
    void willRead(long more) throws InterruptedIOException {
      bytes += Math.min(more, Integer.MAX_VALUE);
      if (heavy || bytes <= LIGHT_BYTES) {
        return;
      }
      try {
        permits.acquire();
        heavy = true;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("no time was left to read a large file");
      }
    }

    @Override
    public void close() {
      if (heavy) {
        heavy = false;
        permits.release();
      }
    }
  }

  /** The turn of one more session. */
  Turn turn() {
    return new Turn();
  }
}
