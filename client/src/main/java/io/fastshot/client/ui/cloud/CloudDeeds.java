package io.fastshot.client.ui.cloud;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.catalog.RowState;
import io.fastshot.client.ui.shell.Deeds;
import io.fastshot.client.ui.status.RebuildActions;
import io.fastshot.client.ui.table.RowStates;
import io.fastshot.model.IndexRow;
import io.fastshot.model.RebuildState;
import java.awt.Window;
import java.util.List;
import java.util.function.Supplier;

/** What the tab does for the actions of the table, and when it can. */
record CloudDeeds(
    SessionActions sessions,
    RebuildActions rebuilds,
    Runnable refresh,
    Supplier<List<IndexRow>> selection,
    RowStates states) {

  void fill(Deeds deeds, Window frame) {
    deeds
        .put(UserAction.OPEN, () -> sessions.open(selection.get()), this::isIdle)
        .put(
            UserAction.DOWNLOAD,
            () -> sessions.download(selection.get()),
            () -> isIdle() && selection.get().stream().anyMatch(row -> !isLocal(row)))
        .put(
            UserAction.COPY_LINKS,
            () -> sessions.copyLinks(selection.get()),
            () -> !selection.get().isEmpty())
        .put(UserAction.KEEP, () -> sessions.keep(selection.get(), true), this::isIdle)
        .put(UserAction.RELEASE, () -> sessions.keep(selection.get(), false), this::isIdle)
        .put(UserAction.DELETE, () -> sessions.delete(selection.get()), this::isIdle)
        .put(
            UserAction.CANCEL_TRANSFER,
            () -> sessions.cancel(selection.get()),
            () -> selection.get().stream().anyMatch(row -> states.of(row).cancellable()))
        .put(UserAction.UNDO, sessions::undo)
        .put(UserAction.RECENTLY_DELETED, sessions::showDeleted)
        .put(UserAction.REFRESH, refresh)
        .put(UserAction.REBUILD_ALL, () -> rebuilds.ask(frame, RebuildState.Mode.ALL))
        .put(UserAction.REBUILD_OVERALL, () -> rebuilds.ask(frame, RebuildState.Mode.OVERALL));
  }

  /** Whether something is selected that is not wholly on its way in or out. */
  private boolean isIdle() {
    return selection.get().stream().anyMatch(row -> states.of(row).kind() != RowState.Kind.WORKING);
  }

  private boolean isLocal(IndexRow row) {
    return states.of(row).kind() == RowState.Kind.LOCAL;
  }
}
