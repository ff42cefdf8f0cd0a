package io.fastshot.client.ui.kit;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work in the background of which only the newest matters: while it is done, newer requests replace
 * older waiting ones, so that nothing queues up.
 *
 * <p><b>Threads:</b> asked on the event thread, answers on it; works on one at a time.
 *
 * @param <A> what is asked
 * @param <B> what comes of it
 */
public final class Latest<A, B> {
  private final Tasks tasks;
  private final Function<A, B> work;
  private final Consumer<B> done;
  private @Nullable A waiting;
  private boolean working;

  /**
   * Does nothing yet.
   *
   * @param work blocks; a failure of it is a mistake of ours
   * @param done called with what came of a request, the next one being under way already
   */
  public Latest(Tasks tasks, Function<A, B> work, Consumer<B> done) {
    this.tasks = tasks;
    this.work = work;
    this.done = done;
  }

  /** Works on this next, in place of what waits. */
  public void ask(A request) {
    Edt.require();
    waiting = request;
    next();
  }

  /** Whether a request is worked on: what came last is not the newest. */
  public boolean isWorking() {
    return working;
  }

  private void next() {
    A request = waiting;
    if (request == null || working) {
      return;
    }
    waiting = null;
    working = true;
    tasks.run(() -> work.apply(request), this::ended, this::failed);
  }

  private void ended(B result) {
    working = false;
    next();
    done.accept(result);
  }

  private void failed(Exception failure) {
    working = false;
    next();
    throw new IllegalStateException("work in the background failed", failure);
  }
}
