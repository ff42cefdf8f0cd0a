package io.fastshot.indexer.simulation;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A task on a virtual thread of its own that runs only while its driver waits for it.
 *
 * <p>The driver calls {@link #step}: the task runs until it calls {@link #pause} or ends. So of a
 * driver and its tasks exactly one runs at a time, each sees what the others wrote, and the order
 * of everything is the driver's choice.
 */
final class SteppedTask {

  /**
   * Unwinds a task that is not to go on. An error, so that no handler mistakes it for a failure.
   */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", null, false, false);
    }
  }

  private final Thread thread;
  private volatile @Nullable Thread driver;
  private volatile boolean tasksTurn;
  private volatile boolean killed;
  private volatile boolean ended;
  private volatile @Nullable Throwable failure;

  /**
   * A task that has not begun.
   *
   * @param body given this task, to pause it
   */
  SteppedTask(String name, Consumer<SteppedTask> body) {
    this.thread = Thread.ofVirtual().name(name).unstarted(() -> run(body));
  }

  private void run(Consumer<SteppedTask> body) {
    try {
      if (!killed) {
        body.accept(this);
      }
    } catch (Killed _) {
      // Asked for by the driver.
    } catch (Throwable e) {
      failure = e;
    } finally {
      ended = true;
      endTurn();
    }
  }

  /** Lets the task run until it pauses or ends. Called by the driver. */
  void step() {
    if (ended) {
      throw new IllegalStateException(thread.getName() + " has ended");
    }
    driver = Thread.currentThread();
    tasksTurn = true;
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    } else {
      LockSupport.unpark(thread);
    }
    while (tasksTurn) {
      LockSupport.park(this);
    }
  }

  /** Gives the turn back and waits for the next one. Called by the task. */
  void pause() {
    endTurn();
    while (!tasksTurn) {
      LockSupport.park(this);
    }
    if (killed) {
      throw new Killed();
    }
  }

  private void endTurn() {
    tasksTurn = false;
    LockSupport.unpark(driver);
  }

  /** Ends the task where it is. Called by the driver. */
  void kill() {
    if (!ended) {
      killed = true;
      step();
    }
  }

  /** Whether it has ended, by itself or not. */
  boolean hasEnded() {
    return ended;
  }

  /** What it threw; null if nothing. */
  @Nullable Throwable failure() {
    return failure;
  }
}
