package io.fastshot.client.ui.catalog;

import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.catalog.Refresh;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.Texts;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import javax.swing.Timer;

/**
 * Keeps the catalog current: asks the library in the background, one request at a time, often while
 * a change of ours or a rebuild is on its way into the index, else now and then while the window is
 * visible.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class RefreshLoop {
  private static final Duration CALM = Duration.ofSeconds(15);
  private static final Duration EAGER = Duration.ofMillis(700);

  /**
   * After about two minutes of waiting the index is late for a reason that asking does not mend.
   */
  private static final int MAX_EAGER = 170;

  private final Callable<Refresh> library;
  private final CatalogModel catalog;
  private final Tasks tasks;
  private final BooleanSupplier visible;
  private final Timer timer;
  private boolean running;
  private boolean again;
  private int eagerLeft = MAX_EAGER;

  /**
   * Asks nothing before the first {@link #now()}.
   *
   * @param library asks the library; blocks
   * @param visible whether anybody sees the list
   */
  public RefreshLoop(
      Callable<Refresh> library, CatalogModel catalog, Tasks tasks, BooleanSupplier visible) {
    this.library = library;
    this.catalog = catalog;
    this.tasks = tasks;
    this.visible = visible;
    this.timer = new Timer(0, _ -> tick());
    timer.setRepeats(false);
  }

  /** Asks now, or once more after the request that is under way. */
  public void now() {
    Edt.require();
    eagerLeft = MAX_EAGER;
    start();
  }

  /** Asks in a moment, unless a request is under way: the person looks at the list again. */
  public void soon() {
    Edt.require();
    if (!running) {
      timer.setInitialDelay((int) EAGER.toMillis());
      timer.restart();
    }
  }

  /** Asks no more. */
  public void stop() {
    Edt.require();
    timer.stop();
  }

  private void tick() {
    if (visible.getAsBoolean()) {
      start();
    } else {
      schedule();
    }
  }

  private void start() {
    again = running;
    if (!running) {
      running = true;
      timer.stop();
      tasks.run(library, this::arrived, this::broke);
    }
  }

  private void arrived(Refresh refresh) {
    Connection connection =
        switch (refresh) {
          case Refresh.Unchanged _, Refresh.Updated _ -> new Connection.UpToDate();
          case Refresh.Offline(var _, String reason) -> new Connection.Offline(reason);
          case Refresh.Denied(var _, String reason) -> new Connection.Denied(reason);
          case Refresh.Failed(var _, String reason) -> new Connection.Failed(reason);
        };
    ended(refresh.snapshot(), connection);
  }

  private void broke(Exception failure) {
    ended(catalog.snapshot(), new Connection.Failed(Texts.reason(failure)));
  }

  private void ended(CatalogSnapshot snapshot, Connection connection) {
    running = false;
    catalog.refreshed(snapshot, connection);
    if (again) {
      start();
    } else {
      schedule();
    }
  }

  private void schedule() {
    var rebuild = catalog.snapshot().rebuild();
    // Failed: also the first session of a library, until the indexer has made an index of it.
    boolean reached =
        catalog.connection() instanceof Connection.UpToDate
            || catalog.connection() instanceof Connection.Failed;
    boolean eager =
        reached
            && (catalog.waitingForIndex() > 0 || (rebuild != null && rebuild.isRunning()))
            && eagerLeft-- > 0;
    timer.setInitialDelay((int) (eager ? EAGER : CALM).toMillis());
    timer.restart();
  }
}
