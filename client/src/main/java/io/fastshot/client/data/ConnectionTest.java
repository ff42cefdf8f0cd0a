package io.fastshot.client.data;

import io.fastshot.client.data.ConnectionTest.Step.Result;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.catalog.Refresh;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.connection.StoreFindings;
import io.fastshot.client.data.rebuild.RebuildOutcome;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tries, step by step, what a person needs of a library: reaching it, listing, reading, writing,
 * its index and its rebuild function. Writes nothing on AWS; on another store a few small objects
 * that are removed at once.
 *
 * <p><b>Threads:</b> blocks, for some ten requests; one run at a time.
 */
public final class ConnectionTest {
  /** There is none of this name: its upload is refused by a condition, if not by permissions. */
  private static final SessionId NOBODY = new SessionId("fastshot-connection-test");

  private final Library library;
  private final Consumer<Step> steps;

  /**
   * What came of a step.
   *
   * @param name what was tried, in the imperative
   * @param detail what was seen, or what is wrong and how it is mended; a sentence
   */
  public record Step(String name, Result result, String detail) {

    /** How it went. */
    public enum Result {
      WORKS,
      FAILS,
      SKIPPED
    }
  }

  /**
   * @param steps told of each step as it ends, on the thread that runs the test
   */
  public ConnectionTest(Library library, Consumer<Step> steps) {
    this.library = library;
    this.steps = steps;
  }

  /** Runs all steps; returns whether all work. */
  public boolean run() {
    boolean works;
    try (ObjectStore store = library.openStore()) {
      works = list(store);
      if (!works) {
        for (String later :
            List.of("Read the index", "Read a session", "Write", "Ask the rebuild function")) {
          tell(later, Result.SKIPPED, "The bucket has to answer first.");
        }
        return false;
      }
      works &= index();
      works &= read(store);
      works &= write(store);
    }
    boolean asked = rebuild();
    return works && asked;
  }

  private boolean list(ObjectStore store) {
    String name = "Reach the bucket and list it";
    try {
      int found = store.list(layout().sessions(), null).objects().size();
      return tell(
          name,
          Result.WORKS,
          found == 0
              ? "It answers, and has no session yet."
              : "It answers, and has " + sessions(found) + ".");
    } catch (StoreException e) {
      return failed(name, Failure.of(e));
    }
  }

  /** A page of a listing has at most 1,000. */
  private static String sessions(int found) {
    return found == 1 ? "1 session" : (found < 1000 ? found : "1,000 or more") + " sessions";
  }

  private boolean index() {
    String name = "Read the index";
    return switch (library.refresh()) {
      case Refresh.Unchanged(CatalogSnapshot list) -> index(name, list);
      case Refresh.Updated(CatalogSnapshot list, var _) -> index(name, list);
      case Refresh.Offline(var _, String reason) -> tell(name, Result.FAILS, reason);
      case Refresh.Denied(var _, String reason) -> tell(name, Result.FAILS, reason);
      case Refresh.Failed(var _, String reason) -> tell(name, Result.FAILS, reason);
    };
  }

  private boolean index(String name, CatalogSnapshot list) {
    String notice = list.notice();
    return tell(
        name,
        Result.WORKS,
        "It lists "
            + list.rows().size()
            + " sessions"
            + (list.complete() ? "." : " and is not complete yet.")
            + (notice == null ? "" : " " + notice));
  }

  private boolean read(ObjectStore store) {
    String name = "Read a session";
    List<IndexRow> rows = library.cached().rows();
    if (rows.isEmpty()) {
      return tell(name, Result.SKIPPED, "There is none yet.");
    }
    SessionId id = rows.getFirst().id();
    try {
      GetOutcome got = store.get(layout().session(id), ByteRange.of(0, 1), Precondition.none());
      if (got instanceof GetOutcome.Found found) {
        found.close();
        return tell(name, Result.WORKS, "The first byte of " + id + " came.");
      }
      return tell(name, Result.FAILS, id + " is listed and not there; fastshot verify tells more.");
    } catch (StoreException e) {
      return failed(name, Failure.of(e));
    } catch (IOException e) {
      return failed(name, Failure.local("The answer broke off", e));
    }
  }

  private boolean write(ObjectStore store) {
    String name = "Write";
    StoreFindings known = library.status().store();
    if (!known.aws()) {
      StoreFindings found = library.probeStore();
      boolean holds = Boolean.TRUE.equals(found.conditionalWrites());
      return tell(
          name,
          holds ? Result.WORKS : Result.FAILS,
          "Tried out: " + String.join("; ", found.lines()));
    }
    try {
      store.put(
          layout().session(NOBODY),
          Content.of(new byte[0], "application/octet-stream"),
          Precondition.matches(new ETag("\"none\"")));
      return tell(name, Result.WORKS, "An upload would be taken; nothing was written.");
    } catch (StoreException e) {
      return failed(name, Failure.of(e));
    }
  }

  private boolean rebuild() {
    String name = "Ask the rebuild function";
    return switch (library.rebuilds().preview(RebuildState.Mode.CHECK, List.of())) {
      case RebuildOutcome.Answered answered ->
          tell(
              name,
              Result.WORKS,
              answered.nominated() == 0
                  ? "It answers: index and bucket agree."
                  : "It answers: " + answered.nominated() + " sessions are to be looked at.");
      case RebuildOutcome.Failed(Failure failure) ->
          tell(
              name,
              Result.FAILS,
              failure.reason()
                  + ". Without it: "
                  + library.mending().learned().advice(RebuildState.Mode.CHECK));
    };
  }

  private boolean failed(String name, Failure failure) {
    return tell(name, Result.FAILS, failure.reason());
  }

  private boolean tell(String name, Result result, String detail) {
    steps.accept(new Step(name, result, detail.endsWith(".") ? detail : detail + "."));
    return result != Result.FAILS;
  }

  private KeyLayout layout() {
    return new KeyLayout(library.settings().prefix());
  }
}
