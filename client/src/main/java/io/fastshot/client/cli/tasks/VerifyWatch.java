package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.verify.Watch;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Progress of a comparison as a line on the terminal that is written over, and its end by Ctrl+C.
 */
public final class VerifyWatch implements Watch, AutoCloseable {
  private static final long EVERY_NANOS = 200_000_000;
  private static final long GRACE_SECONDS = 5;

  private final CommandContext context;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::cancel, "cancel-on-stop");
  private volatile boolean cancelled;
  private volatile boolean written;
  private long shownAt;

  public VerifyWatch(CommandContext context) {
    this.context = context;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void cancel() {
    cancelled = true;
    try {
      // Time to say that it was cancelled.
      boolean _ = ended.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void progress(String what, long done, long total) {
    boolean last = total > 0 && done == total;
    if (!context.console().interactive()
        || context.options().quiet
        || (System.nanoTime() - shownAt < EVERY_NANOS && !last)) {
      return;
    }
    shownAt = System.nanoTime();
    written = true;
    String of = total > 0 ? "%,d of %,d".formatted(done, total) : "%,d".formatted(done);
    context.console().progress(of + " " + what);
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  /** Follows the hashing of downloads. */
  public Progress ofCache() {
    return new Progress() {
      @Override
      public void transferred(long doneBytes, long totalBytes) {
        progress("bytes of downloads checked", doneBytes, totalBytes);
      }

      @Override
      public boolean cancelled() {
        return cancelled;
      }
    };
  }

  /** Ends the line. */
  public void finish() {
    if (written) {
      context.console().progress("");
    }
  }

  @Override
  public void close() {
    ended.countDown();
    if (!cancelled) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
