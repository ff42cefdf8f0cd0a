package io.fastshot.client.data.queue;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.journal.Entry;
import io.fastshot.client.data.journal.Stage;
import io.fastshot.client.data.journal.Subject;
import io.fastshot.client.data.transfer.DownloadOutcome;
import io.fastshot.client.data.transfer.PartMemory;
import io.fastshot.client.data.transfer.UnfinishedUpload;
import io.fastshot.client.data.transfer.UploadOutcome;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts transfers whose turn it is, and notes what came of them. */
final class Runs {
  private static final System.Logger LOG = System.getLogger(Runs.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Transfers queue;
  private final Items items;
  private final Mover mover;
  private final InstantSource clock;

  Runs(Transfers queue, Items items, Mover mover, InstantSource clock) {
    this.queue = queue;
    this.items = items;
    this.mover = mover;
    this.clock = clock;
  }

  /** Under the queue's lock. */
  void startDue(int atOnce) {
    Instant now = clock.instant();
    long running = items.inOrder().stream().filter(Runs::moves).count();
    for (Item item : items.inOrder()) {
      Stage stage = item.entry().stage();
      if (!item.isDue(now)) {
        continue;
      }
      if (stage == Stage.CANCELLED) {
        start(item, run -> forget(item));
      } else if (stage == Stage.WANTED && running < atOnce) {
        running++;
        start(item, run -> move(item, run));
      }
    }
  }

  private static boolean moves(Item item) {
    return item.run() != null && item.entry().stage() == Stage.WANTED;
  }

  private interface Work {
    @Nullable TransferResult of(Run run);
  }

  private void start(Item item, Work work) {
    Run run = new Run(clock);
    item.begins(run);
    run.start(
        "fastshot-transfer-" + item.entry().id(),
        () -> {
          TransferResult result = null;
          try {
            result = work.of(run);
          } finally {
            synchronized (queue) {
              item.ended();
            }
            queue.ended(item, result);
          }
        });
  }

  private TransferResult move(Item item, Run run) {
    TransferResult result;
    try {
      result = mover.move(item.entry(), new Memory(item), run);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a transfer ended in a way that is not known", e);
      result = failed(item.entry(), Failure.failed("this program failed: " + e));
    }
    var _ = Thread.interrupted(); // it was to end this run's request, which it has
    synchronized (queue) {
      note(item, run, result);
    }
    return result;
  }

  private static TransferResult failed(Entry entry, Failure failure) {
    return entry.subject() instanceof Subject.Sent
        ? new TransferResult.Sent(new UploadOutcome.Failed(failure))
        : new TransferResult.Fetched(new DownloadOutcome.Failed(failure));
  }

  private void note(Item item, Run run, TransferResult result) {
    Verdict verdict = Verdict.of(result);
    boolean stopped = run.stopped() != Run.Stop.NO;
    if (verdict.stage() == Stage.DONE) {
      queue.to(item, Stage.DONE, verdict.note());
      items.boundDone();
    } else if (stopped) {
      return; // its stage says already what it is to be
    } else if (verdict.stage() == Stage.WANTED) {
      item.waits(verdict.note(), clock.instant());
    } else {
      Instant now = clock.instant();
      items.change(
          item, entry -> entry.at(verdict.stage(), verdict.note(), now).offering(verdict.free()));
    }
  }

  /** Of a cancelled one: until the store has removed what it has of it. */
  private @Nullable TransferResult forget(Item item) {
    try {
      mover.forget(item.entry(), new Memory(item));
      synchronized (queue) {
        items.remove(item);
      }
    } catch (StoreException.Unavailable e) {
      synchronized (queue) {
        item.waits(Failure.of(e).reason(), clock.instant());
      }
    } catch (StoreException | IOException e) {
      LOG.log(System.Logger.Level.WARNING, "what a cancelled transfer left was not removed", e);
      synchronized (queue) {
        items.remove(item);
      }
    }
    return null;
  }

  /** Waits for runs that were told to end. */
  void await(List<Item> all) {
    Instant end = clock.instant().plus(PATIENCE);
    try {
      for (Item item : all) {
        Run run = item.run();
        if (run != null) {
          run.join(Duration.between(clock.instant(), end).toMillis());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** The upload in parts of one transfer, kept in its entry. */
  private final class Memory implements PartMemory {
    private final Item item;

    Memory(Item item) {
      this.item = item;
    }

    @Override
    public Optional<UnfinishedUpload> noted() {
      return item.entry().subject() instanceof Subject.Sent sent
          ? Optional.ofNullable(sent.unfinished())
          : Optional.empty();
    }

    @Override
    public void note(UnfinishedUpload upload) throws IOException {
      synchronized (queue) {
        items.write(item, entry -> entry.unfinished(upload));
      }
    }

    @Override
    public void clear() throws IOException {
      synchronized (queue) {
        items.write(item, entry -> entry.unfinished(null));
      }
    }

    @Override
    public boolean outlives() {
      return true;
    }
  }
}
