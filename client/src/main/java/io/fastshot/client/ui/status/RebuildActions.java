package io.fastshot.client.ui.status;

import io.fastshot.client.data.rebuild.RebuildOutcome;
import io.fastshot.client.data.rebuild.Rebuilds;
import io.fastshot.client.ui.catalog.CatalogListener;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.model.RebuildState;
import java.awt.Window;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Asks for rebuilds, starts and cancels them, and says when one has ended, whoever started it.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class RebuildActions implements CatalogListener {
  private static final String KEY = "rebuild";

  private final Callable<Rebuilds> rebuilds;
  private final CatalogModel catalog;
  private final Tasks tasks;
  private final Notices notices;
  private final Runnable refresh;
  private @Nullable String watched;

  /**
   * Watches the catalog for rebuilds.
   *
   * @param rebuilds the library's; called in the background
   * @param refresh asks the library for the list soon
   */
  public RebuildActions(
      Callable<Rebuilds> rebuilds,
      CatalogModel catalog,
      Tasks tasks,
      Notices notices,
      Runnable refresh) {
    this.rebuilds = rebuilds;
    this.catalog = catalog;
    this.tasks = tasks;
    this.notices = notices;
    this.refresh = refresh;
    catalog.listen(this);
    statusChanged();
  }

  /** Opens the question; the count arrives in it. */
  public void ask(Window owner, RebuildState.Mode mode) {
    RebuildState now = catalog.snapshot().rebuild();
    boolean running = now != null && now.isRunning();
    RebuildDialog dialog =
        new RebuildDialog(owner, mode, running, supersede -> start(mode, supersede));
    dialog.setVisible(true);
    tasks.run(
        () -> rebuilds.call().preview(mode, List.of()),
        preview -> dialog.show(mode, preview),
        failure -> {
          dialog.dispose();
          say("The rebuild could not be prepared: " + Texts.reason(failure));
        });
  }

  private void start(RebuildState.Mode mode, boolean supersede) {
    tasks.run(
        () ->
            supersede
                ? rebuilds.call().supersede(mode, List.of())
                : rebuilds.call().start(mode, List.of()),
        this::answered,
        failure -> say("The rebuild was not started: " + Texts.reason(failure)));
  }

  /** Cancels the rebuild that runs, whoever started it. */
  public void cancel() {
    tasks.run(
        () -> rebuilds.call().cancel(),
        this::answered,
        failure -> say("The rebuild was not cancelled: " + Texts.reason(failure)));
  }

  private void answered(RebuildOutcome outcome) {
    switch (outcome) {
      case RebuildOutcome.Answered answer -> {
        if (answer.id() != null) {
          watched = answer.id();
        }
      }
      case RebuildOutcome.Failed(var failure) ->
          say("The rebuild function did not do it: " + failure.reason());
    }
    refresh.run();
  }

  @Override
  public void statusChanged() {
    RebuildState rebuild = catalog.snapshot().rebuild();
    if (rebuild == null) {
      return;
    }
    if (rebuild.isRunning()) {
      watched = rebuild.id();
    } else if (rebuild.id().equals(watched)) {
      watched = null;
      notices.show(Notice.done(KEY, StatusTexts.rebuildEnded(rebuild) + "."));
    }
  }

  private void say(String problem) {
    notices.show(Notice.problem(KEY, problem));
  }
}
