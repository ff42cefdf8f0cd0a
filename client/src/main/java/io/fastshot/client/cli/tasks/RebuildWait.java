package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.catalog.Refresh;
import io.fastshot.model.RebuildState;
import org.jspecify.annotations.Nullable;

/** Follows a rebuild in the head of the index until it ends. */
public final class RebuildWait {
  private static final long FIRST_MILLIS = 200;
  private static final long LONGEST_MILLIS = 2_000;

  /** So many refreshes in a row without any news: ten minutes and more. */
  private static final int MAX_SILENT = 400;

  private final CommandContext context;
  private final Library library;

  public RebuildWait(CommandContext context, Library library) {
    this.context = context;
    this.library = library;
  }

  public int until(String id) throws InterruptedException {
    long wait = FIRST_MILLIS;
    int silent = 0;
    String shown = "";
    while (silent < MAX_SILENT) {
      Refresh refresh = library.refresh();
      if (refresh instanceof Refresh.Denied || refresh instanceof Refresh.Failed) {
        context.list(library, true);
      }
      CatalogSnapshot list = refresh.snapshot();
      @Nullable RebuildState rebuild = list.rebuild();
      if (rebuild != null && !rebuild.id().equals(id)) {
        context.error("another rebuild has taken over");
        return ExitCode.FAILED;
      }
      String now = rebuild == null ? "" : words(rebuild);
      if (!now.equals(shown)) {
        context.note(now);
        shown = now;
        silent = 0;
      }
      if (rebuild != null && !rebuild.isRunning()) {
        return rebuild.state() == RebuildState.State.DONE ? ExitCode.DONE : ExitCode.FAILED;
      }
      silent++;
      Thread.sleep(wait);
      wait = Math.min(LONGEST_MILLIS, wait * 3 / 2);
    }
    context.error("no news of the rebuild; look again with: fastshot status");
    return ExitCode.FAILED;
  }

  public static String words(RebuildState rebuild) {
    return "rebuild %s %s: %d of %d parts, %d sessions"
        .formatted(
            rebuild.mode().jsonName(),
            rebuild.state().jsonName(),
            rebuild.partsDone(),
            rebuild.parts(),
            rebuild.total());
  }
}
