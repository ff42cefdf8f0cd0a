package io.fastshot.client.ui.transfers;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.data.queue.TransferStatus;
import io.fastshot.client.data.queue.TransferStatus.State;
import io.fastshot.client.data.queue.Transfers;
import io.fastshot.client.ui.actions.Folders;
import io.fastshot.client.ui.actions.TransferFeed;
import io.fastshot.client.ui.shell.Deeds;
import io.fastshot.client.ui.shell.WindowContext;
import io.fastshot.model.SessionId;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a person does with transfers, and when it can be done. */
record TransferDeeds(WindowContext window, TransferFeed feed, TransferTable table) {
  private static final Set<State> PAUSABLE = EnumSet.of(State.QUEUED, State.WAITING, State.RUNNING);
  private static final Set<State> RESUMABLE = EnumSet.of(State.PAUSED, State.FAILED, State.WAITING);
  private static final Set<State> OPEN =
      EnumSet.of(State.QUEUED, State.WAITING, State.RUNNING, State.PAUSED, State.FAILED);

  /** With the selected ones: for the tab. */
  void fill(Deeds deeds) {
    deeds
        .put(
            UserAction.PAUSE_TRANSFER,
            () -> feed.change(queue -> queue.pause(ids(selected(PAUSABLE)))),
            () -> can(selected(PAUSABLE)))
        .put(
            UserAction.RESUME_TRANSFER,
            () -> feed.change(queue -> queue.resume(ids(selected(RESUMABLE)))),
            () -> can(selected(RESUMABLE)))
        .put(UserAction.CANCEL_TRANSFER, this::cancel, () -> can(table.selection()))
        .put(UserAction.UPLOAD_AS, this::uploadAs, () -> can(renamable()))
        .put(UserAction.EARLIER, () -> move(-1), () -> can(selected(OPEN)))
        .put(UserAction.LATER, () -> move(1), () -> can(selected(OPEN)))
        .put(
            UserAction.SHOW_IN_FOLDER,
            () -> Folders.show(file(), window.background().other(), window.notices()),
            () -> selectedFiles().size() == 1)
        .put(UserAction.SELECT_ALL, table::selectAll);
  }

  /** With all of them: for the window, whatever tab is shown. */
  void fillAll(Deeds deeds) {
    deeds
        .put(
            UserAction.PAUSE_ALL,
            () -> feed.change(queue -> queue.pause(ids(all(PAUSABLE)))),
            () -> can(all(PAUSABLE)))
        .put(
            UserAction.RESUME_ALL,
            () -> feed.change(queue -> queue.resume(ids(all(EnumSet.of(State.PAUSED))))),
            () -> can(all(EnumSet.of(State.PAUSED))))
        .put(
            UserAction.RETRY_ALL,
            () -> feed.change(queue -> queue.resume(ids(all(EnumSet.of(State.FAILED))))),
            () -> can(all(EnumSet.of(State.FAILED))))
        .put(
            UserAction.CLEAR_DONE,
            () -> feed.change(Transfers::clearDone),
            () -> can(all(EnumSet.of(State.DONE))));
  }

  private void cancel() {
    List<String> ids = table.selectedIds();
    feed.change(queue -> queue.cancel(ids));
  }

  private List<TransferStatus> renamable() {
    return table.selection().stream().filter(status -> status.free() != null).toList();
  }

  private void uploadAs() {
    for (TransferStatus status : renamable()) {
      SessionId free = status.free();
      if (free != null) {
        feed.change(queue -> queue.uploadAs(status.id(), free));
      }
    }
  }

  private void move(int places) {
    List<String> ids = ids(selected(OPEN));
    feed.change(queue -> queue.move(ids, places));
  }

  private boolean can(List<TransferStatus> transfers) {
    return feed.isRunner() && !transfers.isEmpty();
  }

  private List<TransferStatus> selected(Set<State> states) {
    return table.selection().stream().filter(status -> states.contains(status.state())).toList();
  }

  private List<TransferStatus> all(Set<State> states) {
    return feed.list().stream().filter(status -> states.contains(status.state())).toList();
  }

  private static List<String> ids(List<TransferStatus> transfers) {
    return transfers.stream().map(TransferStatus::id).toList();
  }

  private List<Path> selectedFiles() {
    return table.selection().stream()
        .map(TransferStatus::file)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private Path file() {
    return selectedFiles().getFirst();
  }
}
