package io.fastshot.client.ui.actions;

import io.fastshot.client.data.queue.TransferListener;
import io.fastshot.client.data.queue.TransferResult;
import io.fastshot.client.data.queue.TransferStatus;
import io.fastshot.client.data.queue.TransferStatus.State;
import io.fastshot.client.data.queue.Transfers;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.swing.Timer;

/**
 * The queue of transfers on the event thread: its list, told again while bytes move, and a way to
 * change it that does not wait for the disk.
 *
 * <p><b>Threads:</b> the event thread only; listeners are called on it.
 */
public final class TransferFeed {
  private static final int STEP_MS = 300;

  private final Transfers transfers;
  private final Tasks tasks;
  private final List<Listener> listeners = new ArrayList<>();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Timer timer = new Timer(STEP_MS, _ -> look());
  private List<TransferStatus> list = List.of();

  /** Hears of transfers. */
  public interface Listener {
    /** The list is another one, or bytes moved. */
    void changed();

    /** A run ended; the transfer is at rest, or goes on by itself. */
    default void ended(TransferStatus status, TransferResult result) {}
  }

  /** Follows a queue; nothing is started. */
  public TransferFeed(Transfers transfers, Tasks tasks) {
    this.transfers = transfers;
    this.tasks = tasks;
    transfers.listen(new FromQueue());
  }

  private final class FromQueue implements TransferListener {
    @Override
    public void changed() {
      if (asked.compareAndSet(false, true)) {
        Edt.later(TransferFeed.this::look);
      }
    }

    @Override
    public void ended(TransferStatus status, TransferResult result) {
      Edt.later(() -> List.copyOf(listeners).forEach(l -> l.ended(status, result)));
    }
  }

  private void look() {
    asked.set(false);
    list = transfers.list();
    if (list.stream().anyMatch(status -> status.state() == State.RUNNING)) {
      timer.start();
    } else {
      timer.stop();
    }
    List.copyOf(listeners).forEach(Listener::changed);
  }

  /** Calls a listener at each later change. */
  public void listen(Listener listener) {
    Edt.require();
    listeners.add(listener);
  }

  /** Lets the queue take up what was left. */
  public void start() {
    change(Transfers::start);
  }

  /** Tells nobody any more. */
  public void stop() {
    timer.stop();
    listeners.clear();
  }

  /** All transfers, in the order of the queue, as they were told last. */
  public List<TransferStatus> list() {
    return list;
  }

  /** Whether this program runs them; if not, another one does. */
  public boolean isRunner() {
    return transfers.isRunner();
  }

  /** Why they cannot be noted or run as they should; empty if all is well. */
  public String problem() {
    return transfers.problem();
  }

  /** Changes the queue, in the background. */
  public void change(Consumer<Transfers> change) {
    tasks.run(
        () -> {
          change.accept(transfers);
          return true;
        },
        _ -> look(),
        failure ->
            System.getLogger(TransferFeed.class.getName())
                .log(System.Logger.Level.WARNING, () -> "transfers: " + Texts.reason(failure)));
  }

  /** Adds to the queue, in the background. */
  public void add(Adding adding, Consumer<Exception> failed) {
    tasks.run(() -> adding.to(transfers), _ -> look(), failed);
  }

  /** Something that adds a transfer and gives its id. */
  @FunctionalInterface
  public interface Adding {
    String to(Transfers queue) throws java.io.IOException;
  }
}
