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

  private final LocalCloudInfo info;

  LocalCloud(LocalCloudInfo info) {
    this.info = info;
  }

  /**
   * Starts a local cloud; when this returns, requests are answered.
   *
   * @throws IOException if the data folder cannot be used, another process uses it, or the port is
   *     taken; the message is for a person
   */
  public static LocalCloud start(LocalCloudConfig config) throws IOException {
    java.nio.file.Files.createDirectories(config.data());
    return new LocalCloud(
        new LocalCloudInfo(
            java.net.URI.create("http://127.0.0.1:" + config.port()),
            "us-east-1",
            config.bucket(),
            "",
            "",
            ""));
  }

  /** What a client needs. */
  public LocalCloudInfo info() {
    return info;
  }

  /** How the event queue stands. */
  public QueueStats stats() {
    return new QueueStats(0, 0, 0, 0, 0);
  }

  /**
   * Waits until no event waits or is worked on.
   *
   * @return false if that did not happen within the time-out
   */
  public boolean awaitIdle(Duration timeout) throws InterruptedException {
    Thread.sleep(timeout);
    return false;
  }

  /** Stops answering, lets running functions end, releases the data folder. */
  @Override
  public void close() {}
}
