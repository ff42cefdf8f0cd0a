package io.fastshot.client.ui.actions;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.transfer.DownloadOutcome;
import io.fastshot.client.ui.catalog.Activity;
import io.fastshot.client.ui.catalog.RowTexts;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.FileManager;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.status.Notice;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings session files to this machine. A session that is under way is not asked for twice: a
 * second wish waits for the first download.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class DownloadAction {
  private final ActionContext context;
  private final Map<SessionId, Running> running = new HashMap<>();

  private record Running(TransferProgress progress, List<Consumer<DownloadOutcome>> waiters) {}

  /** Nothing is under way. */
  public DownloadAction(ActionContext context) {
    this.context = context;
  }

  /** Downloads sessions; the table shows how far they are. */
  public void download(List<IndexRow> rows) {
    rows.forEach(row -> download(row, outcome -> report(row, outcome)));
  }

  /**
   * Downloads one session, or finds it on this machine.
   *
   * @param then called on the event thread with what came of it
   */
  public void download(IndexRow row, Consumer<DownloadOutcome> then) {
    Edt.require();
    Running present = running.get(row.id());
    if (present != null) {
      present.waiters().add(then);
      return;
    }
    SessionId id = row.id();
    boolean local = context.catalog().isLocal(id);
    TransferProgress progress =
        new TransferProgress(
            (done, total) -> context.catalog().active(id, new Activity.Downloading(done, total)));
    running.put(id, new Running(progress, new ArrayList<>(List.of(then))));
    if (!local) {
      context.catalog().active(id, new Activity.Downloading(0, row.meta().fileSizeBytes()));
    }
    context
        .tasks()
        .run(
            () -> context.library().download(row, progress),
            outcome -> ended(id, outcome),
            failure -> ended(id, broken(failure)));
  }

  /** Stops the download of a session, if one is under way. */
  public void cancel(SessionId id) {
    Running present = running.get(id);
    if (present != null) {
      present.progress().cancel();
    }
  }

  private void ended(SessionId id, DownloadOutcome outcome) {
    Running ended = running.remove(id);
    if (ended == null) {
      return;
    }
    ended.progress().end();
    if (outcome instanceof DownloadOutcome.Saved) {
      context.catalog().localIs(id);
    }
    context.catalog().idle(id);
    ended.waiters().forEach(waiter -> waiter.accept(outcome));
  }

  private void report(IndexRow row, DownloadOutcome outcome) {
    String key = "download " + row.id();
    switch (outcome) {
      case DownloadOutcome.Saved(Path file, var verifiedBy, var transferred) ->
          context
              .notices()
              .show(
                  Notice.done(
                          "download",
                          title(row)
                              + (transferred ? " is on this machine" : " was on this machine")
                              + (verifiedBy.equals("size") ? "." : ", verified."))
                      .with("Show in Folder", () -> showInFolder(file)));
      case DownloadOutcome.Failed(Failure failure) when failure.kind() == Failure.Kind.CANCELLED ->
          context.notices().hide(key);
      default ->
          context
              .notices()
              .show(
                  Notice.problem(key, problem(row, outcome))
                      .with("Try Again", () -> download(List.of(row))));
    }
  }

  private void showInFolder(Path file) {
    FileManager.show(
        file,
        context.tasks(),
        problem -> context.notices().show(Notice.problem("folder", problem)));
  }

  /** Why a session is not here, in words; empty if it is. */
  public static String problem(IndexRow row, DownloadOutcome outcome) {
    return switch (outcome) {
      case DownloadOutcome.Saved _ -> "";
      case DownloadOutcome.Gone(String reason) -> title(row) + " is gone: " + reason;
      case DownloadOutcome.Damaged(String reason) ->
          title(row) + " arrived damaged and was not kept: " + reason;
      case DownloadOutcome.Failed(Failure failure) ->
          title(row) + " was not downloaded: " + failure.reason();
    };
  }

  private static DownloadOutcome broken(Exception failure) {
    return new DownloadOutcome.Failed(new Failure(Failure.Kind.FAILED, Texts.reason(failure)));
  }

  private static String title(IndexRow row) {
    return "“" + Texts.shortened(RowTexts.title(row), 60) + "”";
  }
}
