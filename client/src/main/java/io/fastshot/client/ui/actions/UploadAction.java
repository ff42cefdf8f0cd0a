package io.fastshot.client.ui.actions;

import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.transfer.UploadOutcome;
import io.fastshot.client.ui.catalog.Activity;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.status.Notice;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts session files into the library. The list shows each as "uploading" and then as "indexing"
 * until the index has its row; the file itself is never touched.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class UploadAction {
  private final ActionContext context;
  private final Map<SessionId, TransferProgress> running = new HashMap<>();

  /** How a file is put: checked to be a session first, or as it is. */
  @FunctionalInterface
  private interface Put {
    UploadOutcome put(Path file, Progress progress);
  }

  /** Nothing is under way. */
  public UploadAction(ActionContext context) {
    this.context = context;
  }

  /** Uploads files; what is no session file is named in a notice. */
  public void upload(List<Path> files) {
    Edt.require();
    files.forEach(file -> upload(file, context.library()::upload));
  }

  /** Stops the upload of a session, if one is under way. */
  public void cancel(SessionId id) {
    TransferProgress progress = running.get(id);
    if (progress != null) {
      progress.cancel();
    }
  }

  private void upload(Path file, Put put) {
    String name = String.valueOf(file.getFileName());
    if (!SessionId.isSessionFilename(name)) {
      say(
          name,
          "“" + name + "” is not a session: only " + SessionId.SUFFIX + " files are uploaded.");
      return;
    }
    SessionId id = SessionId.ofFilename(name);
    if (running.containsKey(id)) {
      return;
    }
    TransferProgress progress = new TransferProgress((done, total) -> moved(id, done, total));
    running.put(id, progress);
    context
        .tasks()
        .run(
            () -> size(file),
            size -> begin(id, size, file, () -> put.put(file, progress)),
            failure -> {
              running.remove(id);
              say(name, "“" + name + "” cannot be read: " + Texts.reason(failure));
            });
  }

  private static long size(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no such file");
    }
    return Files.size(file);
  }

  private void begin(
      SessionId id, long size, Path file, java.util.concurrent.Callable<UploadOutcome> put) {
    // A session of this name that is listed keeps its own state: the library refuses the upload.
    if (context.catalog().snapshot().row(id).isEmpty()) {
      SessionMeta meta =
          new SessionMeta(id, SessionFields.unnamed(0), size, null, null, false, null);
      context.catalog().arriving(IndexRow.of(meta, 0), new Activity.Uploading(0, size));
    }
    long rev = context.catalog().snapshot().rev();
    context
        .tasks()
        .run(
            put,
            outcome -> ended(id, rev, file, outcome),
            failure ->
                ended(
                    id,
                    rev,
                    file,
                    new UploadOutcome.Failed(
                        new Failure(Failure.Kind.FAILED, Texts.reason(failure)))));
  }

  private void moved(SessionId id, long done, long total) {
    boolean ours =
        context.catalog().activity(id).filter(Activity.Uploading.class::isInstance).isPresent();
    if (ours) {
      context.catalog().active(id, new Activity.Uploading(done, total));
    }
  }

  private void ended(SessionId id, long rev, Path file, UploadOutcome outcome) {
    TransferProgress progress = running.remove(id);
    if (progress != null) {
      progress.end();
    }
    String name = id.filename();
    if (outcome instanceof UploadOutcome.Uploaded) {
      context.catalog().active(id, new Activity.Indexing(rev));
      context.notices().show(Notice.done("upload", "“" + name + "” is in the library."));
    } else {
      context.catalog().idle(id);
      explain(id, file, outcome);
    }
    context.refresh().run();
  }

  private void explain(SessionId id, Path file, UploadOutcome outcome) {
    String name = "“" + id.filename() + "”";
    switch (outcome) {
      case UploadOutcome.Uploaded _ -> {}
      case UploadOutcome.AlreadyThere _ ->
          context
              .notices()
              .show(Notice.done("upload", name + " was in the library already; nothing changed."));
      case UploadOutcome.NameTaken(var _, String reason, var _) -> say(id.filename(), reason);
      case UploadOutcome.Unreadable(String reason) ->
          context
              .notices()
              .show(
                  Notice.problem(key(id.filename()), name + " was not uploaded: " + reason)
                      .with("Upload Anyway", () -> upload(file, context.library()::uploadUnread)));
      case UploadOutcome.Failed(Failure failure) -> {
        if (failure.kind() != Failure.Kind.CANCELLED) {
          context
              .notices()
              .show(
                  Notice.problem(
                          key(id.filename()), name + " was not uploaded: " + failure.reason())
                      .with("Try Again", () -> upload(List.of(file))));
        }
      }
    }
  }

  private void say(String name, String problem) {
    context.notices().show(Notice.problem(key(name), problem));
  }

  private static String key(String name) {
    return "upload " + name;
  }
}
