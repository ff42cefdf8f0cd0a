package io.fastshot.client.data.queue;

import io.fastshot.client.data.cache.CacheFiles;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.journal.Entry;
import io.fastshot.client.data.journal.Journal;
import io.fastshot.client.data.journal.Ownership;
import io.fastshot.client.data.journal.Stage;
import io.fastshot.client.data.journal.Subject;
import io.fastshot.client.data.transfer.Downloads;
import io.fastshot.client.data.transfer.SourceFile;
import io.fastshot.client.data.transfer.Upload;
import io.fastshot.client.data.transfer.Uploads;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The uploads and downloads of one library. Each is in the journal before its work begins, and goes
 * on by itself after whatever ended it: {@link #start()} takes up what was left.
 *
 * <p>One process runs the transfers of a library on this machine. Another may add to them and look
 * on; it takes over when the first has ended.
 *
 * <p><b>Threads:</b> safe from any thread. What changes something writes a small file and must not
 * be called from the event thread; {@link #list()} never waits.
 */
public final class Transfers implements AutoCloseable {
  /** How many run at once unless somebody says otherwise. */
  public static final int DEFAULT_AT_ONCE = 3;

  /** More only make each other slow. */
  public static final int MAX_AT_ONCE = 16;

  private final Journal journal;
  private final Ownership ownership;
  private final InstantSource clock;
  private final Items items;
  private final Runs runs;
  private final List<TransferListener> listeners = new CopyOnWriteArrayList<>();
  private final Clerk clerk;
  private volatile boolean owner;
  private volatile String problem = "";
  private int atOnce = DEFAULT_AT_ONCE;
  private boolean closed;

  /** Nothing runs yet; reads and writes nothing. */
  public Transfers(Journal journal, Mover mover, InstantSource clock) {
    this.journal = journal;
    this.ownership = new Ownership(journal.folder());
    this.clock = clock;
    this.items = new Items(journal, text -> problem = text);
    this.runs = new Runs(this, items, mover, clock);
    this.clerk = new Clerk(this::tick);
  }

  /** Those of a library; reads and writes nothing. */
  public static Transfers of(
      CacheFiles files, Uploads uploads, Downloads downloads, InstantSource clock) {
    Journal journal = new Journal(files, new SecureRandom());
    return new Transfers(journal, new LibraryMover(uploads, downloads), clock);
  }

  /** The files of what came so far of downloads that are wanted still. Reads the journal. */
  public Set<Path> partFiles(Downloads downloads) {
    return journal.all().stream()
        .filter(entry -> entry.stage() != Stage.DONE)
        .map(Entry::subject)
        .filter(Subject.Fetched.class::isInstance)
        .map(subject -> downloads.part(((Subject.Fetched) subject).row()))
        .collect(Collectors.toSet());
  }

  /** Takes up what was left, and runs what is added. Returns at once. */
  public void start() {
    clerk.start();
  }

  /** Hears of every later change. */
  public void listen(TransferListener listener) {
    listeners.add(listener);
  }

  /** All transfers in the order of the queue. Never waits. */
  public List<TransferStatus> list() {
    return items.inOrder().stream().map(Item::status).toList();
  }

  /** Whether this process runs them; if not, another does, and this one only adds. */
  public boolean isRunner() {
    return owner;
  }

  /** Why transfers cannot be noted or run as they should; empty if all is well. */
  public String problem() {
    return problem;
  }

  /** How many may run at once: 1 to {@value #MAX_AT_ONCE}. */
  public void atOnce(int number) {
    synchronized (this) {
      atOnce = Math.clamp(number, 1, MAX_AT_ONCE);
    }
    clerk.wake();
  }

  /**
   * Queues the upload of a file under its own name.
   *
   * @return the transfer's id; that of one that is there already for the same file
   * @throws IOException if the file or the journal cannot be used
   */
  public String upload(Path file, Upload.Check check) throws IOException {
    SessionId name = SessionId.ofFilename(String.valueOf(file.getFileName()));
    return add(new Subject.Sent(SourceFile.of(file), name, check, null));
  }

  /** Queues a download; as {@link #upload}. */
  public String download(IndexRow row) throws IOException {
    return add(Subject.Fetched.of(row));
  }

  private String add(Subject subject) throws IOException {
    String id;
    synchronized (this) {
      Item there =
          items
              .first(item ->
                  item.entry().stage() != Stage.DONE
                      && item.entry().stage() != Stage.CANCELLED
                      && isSame(item.entry().subject(), subject))
              .orElse(null);
      if (there == null) {
        id = journal.newId();
        long order = items.nextOrder();
        var _ = items.add(new Entry(id, order, subject, Stage.WANTED, "", null, clock.instant()));
      } else {
        id = there.entry().id();
        if (there.run() == null) {
          items.change(there, entry -> entry.wantedAs(subject));
          wanted(there);
        }
      }
    }
    changed();
    return id;
  }

  private static boolean isSame(Subject a, Subject b) {
    if (a instanceof Subject.Sent one && b instanceof Subject.Sent other) {
      return one.source().equals(other.source()) && one.session().equals(other.session());
    }
    return a.equals(b);
  }

  /** Stops transfers for now; what is under way is kept. */
  public void pause(Collection<String> ids) {
    change(
        ids,
        item -> {
          if (item.entry().stage() == Stage.WANTED) {
            to(item, Stage.PAUSED, "");
            stop(item, Run.Stop.PAUSE);
          }
        });
  }

  /** Lets paused ones go on, failed ones be tried again, and waiting ones at once. */
  public void resume(Collection<String> ids) {
    change(
        ids,
        item -> {
          Stage stage = item.entry().stage();
          if (stage == Stage.PAUSED || stage == Stage.FAILED || stage == Stage.WANTED) {
            wanted(item);
          }
        });
  }

  /** The same of all that wait for the store, as it answers again. */
  public void connected() {
    synchronized (this) {
      items.inOrder().stream()
          .filter(item -> item.entry().stage() == Stage.WANTED && item.run() == null)
          .forEach(Item::waitsNoMore);
    }
    clerk.wake();
  }

  /** Tries a failed upload again under another name. */
  public void uploadAs(String id, SessionId name) {
    change(
        List.of(id),
        item -> {
          if (item.entry().stage() == Stage.FAILED
              && item.entry().subject()
                  instanceof Subject.Sent(var source, var _, var check, var _)) {
            items.change(item, e -> e.about(new Subject.Sent(source, name, check, null)));
            wanted(item);
          }
        });
  }

  /** Gives transfers up: requests end, and nothing of them stays. Done ones go from the list. */
  public void cancel(Collection<String> ids) {
    change(
        ids,
        item -> {
          if (item.entry().stage() == Stage.DONE) {
            items.remove(item);
          } else {
            item.waitsNoMore();
            to(item, Stage.CANCELLED, "");
            stop(item, Run.Stop.CANCEL);
          }
        });
  }

  /** Moves transfers by one place in the queue: -1 is earlier. */
  public void move(Collection<String> ids, int places) {
    synchronized (this) {
      if (owner) {
        List<Item> chosen = items.find(ids);
        for (Item item : places > 0 ? chosen.reversed() : chosen) {
          items.move(item, Integer.signum(places));
        }
      }
    }
    changed();
  }

  /** Takes what is done from the list. */
  public void clearDone() {
    change(idsOf(item -> item.entry().stage() == Stage.DONE), items::remove);
  }

  private List<String> idsOf(Predicate<Item> which) {
    return items.inOrder().stream().filter(which).map(item -> item.entry().id()).toList();
  }

  private interface Change {
    void of(Item item);
  }

  private void change(Collection<String> ids, Change change) {
    synchronized (this) {
      if (owner) {
        items.find(ids).forEach(change::of);
      }
    }
    changed();
  }

  private void wanted(Item item) {
    item.waitsNoMore();
    to(item, Stage.WANTED, "");
  }

  void to(Item item, Stage stage, String note) {
    items.change(item, entry -> entry.at(stage, note, clock.instant()));
  }

  private static void stop(Item item, Run.Stop why) {
    Run run = item.run();
    if (run != null) {
      run.stop(why);
    }
  }

  /** Something changed: tells it, and looks whether there is something to run. */
  void changed() {
    listeners.forEach(TransferListener::changed);
    clerk.wake();
  }

  void ended(Item item, @Nullable TransferResult result) {
    if (result != null) {
      TransferStatus status = item.status();
      listeners.forEach(listener -> listener.ended(status, result));
    }
    changed();
  }

  /** Every now and then, and after every change. */
  private void tick() {
    boolean news;
    synchronized (this) {
      if (closed) {
        return;
      }
      boolean was = owner;
      owner = has();
      if (owner) {
        news = items.takeNew() || !was;
        runs.startDue(atOnce);
      } else {
        List<TransferStatus> before = list();
        items.takeAll();
        news = !before.equals(list());
      }
    }
    if (news) {
      listeners.forEach(TransferListener::changed);
    }
  }

  private boolean has() {
    try {
      return ownership.have();
    } catch (IOException e) {
      problem = "Transfers cannot run: " + Failure.describe(e);
      return false;
    }
  }

  /** Ends what runs; the next start goes on with it. Waits for some seconds at most. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      items.inOrder().forEach(item -> stop(item, Run.Stop.CLOSE));
    }
    clerk.close();
    runs.await(items.inOrder());
    synchronized (this) {
      try {
        ownership.close();
      } catch (IOException e) {
        problem = "The lock of the transfers could not be given back: " + Failure.describe(e);
      }
    }
  }
}
