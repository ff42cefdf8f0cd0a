package io.fastshot.client.ui.actions;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.queue.TransferResult;
import io.fastshot.client.data.queue.TransferStatus;
import io.fastshot.client.data.queue.TransferStatus.Direction;
import io.fastshot.client.data.transfer.DownloadOutcome;
import io.fastshot.client.ui.catalog.RowTexts;
import io.fastshot.client.ui.kit.Edt;
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
 * Queues sessions' files for this machine, and tells what came of it. A session that is under way
 * is not asked for twice: a second wish waits for the first download.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class DownloadAction implements TransferFeed.Listener {
  private final ActionContext context;
  private final Map<SessionId, List<Consumer<DownloadOutcome>>> waiters = new HashMap<>();

  /** Follows the queue. */
  public DownloadAction(ActionContext context) {
    this.context = context;
    context.transfers().listen(this);
  }

  /** Downloads sessions; the table shows how far they are. */
  public void download(List<IndexRow> rows) {
    rows.forEach(row -> download(row, outcome -> report(row, outcome)));
  }

  /**
   * Downloads one session, or finds it on this machine.
   *
   * @param then called on the event thread with what came of it; also when it waits for the library
   *     to answer again, and goes on by itself then
   */
  public void download(IndexRow row, Consumer<DownloadOutcome> then) {
    Edt.require();
    SessionId id = row.id();
    waiters.computeIfAbsent(id, _ -> new ArrayList<>()).add(then);
    context
        .tasks()
        .run(
            () -> context.library().localCopy(row),
            copy -> {
              if (copy.isPresent()) {
                tell(id, new DownloadOutcome.Saved(copy.get(), "size", false));
              } else {
                queue(row);
              }
            },
            failure -> tell(id, broken(failure)));
  }

  private void queue(IndexRow row) {
    context
        .transfers()
        .add(queue -> queue.download(row), failure -> tell(row.id(), broken(failure)));
  }

  /** Gives up the download of a session, if one is under way. */
  public void cancel(SessionId id) {
    List<String> ids = context.transfersOf(id, Direction.DOWNLOAD);
    context.transfers().change(queue -> queue.cancel(ids));
  }

  @Override
  public void changed() {}

  @Override
  public void ended(TransferStatus status, TransferResult result) {
    if (result instanceof TransferResult.Fetched(DownloadOutcome outcome)) {
      tell(status.session(), outcome);
    }
  }

  private void tell(SessionId id, DownloadOutcome outcome) {
    if (outcome instanceof DownloadOutcome.Saved) {
      context.catalog().localIs(id);
    }
    List<Consumer<DownloadOutcome>> told = waiters.remove(id);
    if (told != null) {
      told.forEach(waiter -> waiter.accept(outcome));
    }
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
                      .with(
                          "Show in Folder",
                          () -> Folders.show(file, context.tasks(), context.notices())));
      case DownloadOutcome.Failed(Failure failure) when goesOn(failure) ->
          context.notices().hide(key); // the queue shows it
      default ->
          context
              .notices()
              .show(
                  Notice.problem(key, problem(row, outcome))
                      .with("Try Again", () -> download(List.of(row))));
    }
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

  private static boolean goesOn(Failure failure) {
    return failure.kind() == Failure.Kind.CANCELLED || failure.kind() == Failure.Kind.OFFLINE;
  }

  private static DownloadOutcome broken(Exception failure) {
    return new DownloadOutcome.Failed(new Failure(Failure.Kind.FAILED, Texts.reason(failure)));
  }

  private static String title(IndexRow row) {
    return "“" + Texts.shortened(RowTexts.title(row), 60) + "”";
  }
}
