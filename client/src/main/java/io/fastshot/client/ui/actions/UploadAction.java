package io.fastshot.client.ui.actions;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.queue.TransferResult;
import io.fastshot.client.data.queue.TransferStatus;
import io.fastshot.client.data.queue.TransferStatus.Direction;
import io.fastshot.client.data.transfer.Upload;
import io.fastshot.client.data.transfer.UploadOutcome;
import io.fastshot.client.ui.catalog.Activity;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.status.Notice;
import io.fastshot.model.SessionId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Queues session files for the library, and tells what came of it. The list shows each as
 * "uploading" and then as "indexing" until the index has its row; the file itself is never touched.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class UploadAction implements TransferFeed.Listener {
  private final ActionContext context;
  private final Map<SessionId, Long> revs = new HashMap<>();

  /** Follows the queue. */
  public UploadAction(ActionContext context) {
    this.context = context;
    context.transfers().listen(this);
  }

  /** Uploads files; what is no session file is named in a notice. */
  public void upload(List<Path> files) {
    Edt.require();
    files.forEach(file -> upload(file, Upload.Check.SESSIONS_ONLY));
  }

  private void upload(Path file, Upload.Check check) {
    String name = String.valueOf(file.getFileName());
    if (!SessionId.isSessionFilename(name)) {
      say(
          name,
          "“" + name + "” is not a session: only " + SessionId.SUFFIX + " files are uploaded.");
      return;
    }
    revs.putIfAbsent(SessionId.ofFilename(name), context.catalog().snapshot().rev());
    context
        .transfers()
        .add(
            queue -> queue.upload(file, check),
            failure -> say(name, "“" + name + "” cannot be read: " + Texts.reason(failure)));
  }

  /** Gives up the upload of a session, if one is under way. */
  public void cancel(SessionId id) {
    List<String> ids = context.transfersOf(id, Direction.UPLOAD);
    context.transfers().change(queue -> queue.cancel(ids));
  }

  @Override
  public void changed() {
    for (TransferStatus status : context.transfers().list()) {
      if (status.direction() == Direction.UPLOAD && !status.state().isAtRest()) {
        revs.putIfAbsent(status.session(), context.catalog().snapshot().rev());
      }
    }
  }

  @Override
  public void ended(TransferStatus status, TransferResult result) {
    if (!(result instanceof TransferResult.Sent(UploadOutcome outcome))
        || (!status.state().isAtRest() && !(outcome instanceof UploadOutcome.Uploaded))) {
      return; // of another kind, or it goes on by itself
    }
    SessionId id = status.session();
    Long rev = revs.remove(id);
    if (outcome instanceof UploadOutcome.Uploaded) {
      long since = rev == null ? context.catalog().snapshot().rev() : rev;
      context.catalog().active(id, new Activity.Indexing(since));
      context.notices().show(Notice.done("upload", "“" + id.filename() + "” is in the library."));
    } else {
      explain(status, outcome);
    }
    context.refresh().run();
  }

  private void explain(TransferStatus status, UploadOutcome outcome) {
    String name = "“" + status.session().filename() + "”";
    Notice problem = Notice.problem(key(status.session().filename()), name + " was not uploaded");
    switch (outcome) {
      case UploadOutcome.Uploaded _ -> {}
      case UploadOutcome.AlreadyThere _ ->
          context
              .notices()
              .show(Notice.done("upload", name + " was in the library already; nothing changed."));
      case UploadOutcome.NameTaken(var _, String reason, SessionId free) ->
          context
              .notices()
              .show(
                  free == null
                      ? Notice.problem(problem.key(), reason)
                      : Notice.problem(problem.key(), reason)
                          .with(
                              "Upload as “" + Texts.shortened(free.base(), 40) + "”",
                              () ->
                                  context
                                      .transfers()
                                      .change(queue -> queue.uploadAs(status.id(), free))));
      case UploadOutcome.Unreadable(String reason) ->
          context
              .notices()
              .show(
                  Notice.problem(problem.key(), problem.text() + ": " + reason)
                      .with("Upload Anyway", () -> again(status, Upload.Check.ANY_FILE)));
      case UploadOutcome.Failed(Failure failure) -> {
        if (failure.kind() != Failure.Kind.CANCELLED) {
          context
              .notices()
              .show(
                  Notice.problem(problem.key(), problem.text() + ": " + failure.reason())
                      .with("Try Again", () -> again(status, Upload.Check.SESSIONS_ONLY)));
        }
      }
    }
  }

  private void again(TransferStatus status, Upload.Check check) {
    Path file = status.file();
    if (check == Upload.Check.ANY_FILE && file != null) {
      upload(file, check);
    } else {
      context.transfers().change(queue -> queue.resume(List.of(status.id())));
    }
  }

  private void say(String name, String problem) {
    context.notices().show(Notice.problem(key(name), problem));
  }

  private static String key(String name) {
    return "upload " + name;
  }
}
