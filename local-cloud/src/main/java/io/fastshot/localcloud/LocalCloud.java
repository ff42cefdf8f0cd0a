package io.fastshot.localcloud;

import java.io.IOException;
import java.time.Duration;

/**
 * The cloud on one machine: an S3 endpoint on 127.0.0.1 over a data folder, the indexer running on
 * its events, and the Lambda Invoke API for the rebuild function.
 *
 * <p><b>Threads:</b> all methods are safe from any thread.
 */
public final class LocalCloud implements AutoCloseable {

  private LocalCloud() {}

  /**
   * Starts a local cloud; when this returns, requests are answered.
   *
   * @throws IOException if the data folder cannot be used, another process uses it, or the port is
   *     taken; the message is for a person
   */
  public static LocalCloud start(LocalCloudConfig config) throws IOException {
    throw new UnsupportedOperationException("start " + config);
  }

  /** What a client needs. */
  public LocalCloudInfo info() {
    throw new UnsupportedOperationException();
  }

  /** How the event queue stands. */
  public QueueStats stats() {
    throw new UnsupportedOperationException();
  }

  /**
   * Waits until no event waits or is worked on.
   *
   * @return false if that did not happen within the time-out
   */
  public boolean awaitIdle(Duration timeout) throws InterruptedException {
    throw new UnsupportedOperationException("awaitIdle " + timeout);
  }

  /** Stops answering, lets running functions end, releases the data folder. */
  @Override
  public void close() {}
}
