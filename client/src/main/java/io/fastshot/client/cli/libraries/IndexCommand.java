package io.fastshot.client.cli.libraries;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.indexing.IndexRun;
import io.fastshot.client.indexing.LocalIndexer;
import io.fastshot.client.indexing.Unreadable;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.RebuildState;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code fastshot index}. */
@Command(
    name = "index",
    description = {
      "The indexer as a command, for S3-compatible stores that run no functions.",
      "Compares the bucket with its index and brings the index in line. Safe to run several times"
          + " at once, and to be killed. Needs a store that keeps conditional writes.",
      "Exit code 1 also while sessions cannot be read for want of the right legacy key."
    })
@Uses({Part.LIBRARY, Part.KEY, Part.JSON})
public final class IndexCommand extends BaseCommand {
  private static final long GRACE_SECONDS = 60;

  /** Reasons that are shown as text; JSON has them all. */
  private static final int SHOWN = 10;

  /** One of the two must be given. */
  static final class How {
    @Option(names = "--once", description = "Until the index is right, then exit; for cron.")
    @SuppressWarnings("UnusedVariable") // what is not watch is once
    private boolean once;

    @Option(names = "--watch", description = "Again and again, until told to stop.")
    private boolean watch;
  }

  @ArgGroup(multiplicity = "1")
  private How how = new How();

  @Option(
      names = "--interval",
      paramLabel = "D",
      description = "Between two looks of --watch; default 60s.")
  private Duration interval = Duration.ofSeconds(60);

  @Option(
      names = "--takeover",
      paramLabel = "D",
      description = "A rebuild without any progress for so long is taken over; default 20s.")
  private Duration takeover = Duration.ofSeconds(20);

  @Option(
      names = "--mode",
      paramLabel = "M",
      description = {
        "What the first look is at: check, the default, for what differs; all to read every"
            + " session anew; overall to make the list anew from the meta indexes."
      })
  private Mode mode = Mode.CHECK;

  @Option(
      names = "--original-app",
      description = "The original app works on it too: the list stays plain JSON up to 4 MiB.")
  private boolean originalApp;

  /** As rebuild has them. */
  enum Mode {
    ALL,
    OVERALL,
    CHECK
  }

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop-indexing");

  IndexCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(hook);
    try (Library library = context.open();
        ObjectStore store = library.openStoreForIndexer()) {
      greet(library);
      LocalIndexer indexer =
          new LocalIndexer(
              store,
              library.settings(),
              originalApp,
              context.console().clock(),
              takeover,
              this::isStopping);
      int code = once(context, indexer);
      return how.watch ? watch(context, indexer) : code;
    } catch (StoreException e) {
      throw CommandException.of(Failure.of(e));
    } finally {
      ended.countDown();
      if (!isStopping()) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }

  /** So that wrong keys are told as such, and not as a store that could not be probed. */
  private static void greet(Library library) {
    try (ObjectStore store = library.openStore()) {
      var _ = store.head(new KeyLayout(library.settings().prefix()).overallMeta());
    }
  }

  private int once(CommandContext context, LocalIndexer indexer) {
    IndexRun run = indexer.run(RebuildState.Mode.valueOf(mode.name()));
    print(context, run);
    return run.outcome() == IndexRun.Outcome.RIGHT && run.unreadable().wantKey() == 0
        ? ExitCode.DONE
        : ExitCode.FAILED;
  }

  /** The first look has told whether it works at all; from here on every trouble may pass. */
  private int watch(CommandContext context, LocalIndexer indexer) throws InterruptedException {
    while (!stop.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
      try {
        IndexRun run = indexer.run(RebuildState.Mode.CHECK);
        if (run.lookedAt() > 0 || run.outcome() != IndexRun.Outcome.RIGHT) {
          print(context, run);
        }
      } catch (StoreException e) {
        context.error(Failure.of(e).reason() + "; tried again in " + interval.toSeconds() + " s");
      }
    }
    return ExitCode.DONE;
  }

  private boolean isStopping() {
    return stop.getCount() == 0;
  }

  /** Runs when the process is told to stop: lets the batch end that is being worked on. */
  private void stop() {
    stop.countDown();
    try {
      boolean _ = ended.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** What keeps names out of the list, whoever looked at the files. */
  private static void tellUnreadable(CommandContext context, Unreadable unreadable) {
    unreadable.byReason().entrySet().stream()
        .limit(SHOWN)
        .forEach(group ->
            context.error(
                "%,d %s cannot be read: %s"
                    .formatted(
                        group.getValue(),
                        group.getValue() == 1 ? "session" : "sessions",
                        group.getKey())));
    if (unreadable.byReason().size() > SHOWN) {
      context.error(
          "and for %,d more reasons; --json has all"
              .formatted(unreadable.byReason().size() - SHOWN));
    }
    if (unreadable.wantKey() > 0) {
      context.error(
          "with the right key, --legacy-key K or FASTSHOT_LEGACY_KEY, the next run reads them"
              + " again");
    }
  }

  private static void print(CommandContext context, IndexRun run) {
    String outcome =
        switch (run.outcome()) {
          case RIGHT -> "right";
          case NOT_YET -> "not_yet";
          case STOPPED -> "stopped";
        };
    if (context.json()) {
      ObjectNode json = Json.object();
      json.put("outcome", outcome);
      json.put("looked_at", run.lookedAt());
      json.put("rounds", run.rounds());
      json.put("seconds", run.took().toMillis() / 1000.0);
      run.reasons().forEach(json.putArray("reasons")::add);
      json.put("unreadable", run.unreadable().count());
      json.put("want_key", run.unreadable().wantKey());
      ArrayNode groups = json.putArray("unreadable_reasons");
      run.unreadable()
          .byReason()
          .forEach((why, count) -> groups.addObject().put("sessions", count).put("reason", why));
      Json.print(context.console(), json);
    } else {
      context
          .console()
          .out()
          .println(
              "index %s: %,d sessions looked at in %.1f s"
                  .formatted(
                      outcome.replace('_', ' '), run.lookedAt(), run.took().toMillis() / 1000.0));
      run.reasons().forEach(context::error);
      tellUnreadable(context, run.unreadable());
    }
    context.console().out().flush();
  }
}
