package io.fastshot.client.cli.tasks;

import java.util.concurrent.CountDownLatch;

/** Keeps the process running until it is told to stop, and then closes what it runs. */
public final class UntilStopped {
  private UntilStopped() {}

  /** Returns never, unless the thread is interrupted: then the caller closes. */
  public static void await(AutoCloseable running) throws InterruptedException {
    Thread hook = new Thread(() -> close(running), "close-on-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      new CountDownLatch(1).await();
    } finally {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private static void close(AutoCloseable running) {
    try {
      running.close();
    } catch (Exception e) {
      System.getLogger(UntilStopped.class.getName())
          .log(System.Logger.Level.ERROR, "not everything was closed cleanly", e);
    }
  }
}
