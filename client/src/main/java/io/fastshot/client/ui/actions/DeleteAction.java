package io.fastshot.client.ui.actions;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.connection.Mending;
import io.fastshot.client.data.trash.DeleteOutcome;
import io.fastshot.client.data.trash.TrashEntry;
import io.fastshot.client.data.trash.UndoOutcome;
import io.fastshot.client.ui.catalog.Activity;
import io.fastshot.client.ui.catalog.RowTexts;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.status.Notice;
import io.fastshot.model.IndexRow;
import io.fastshot.model.RebuildState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Moves sessions to the trash without asking, because it can be undone: by the notice's button, or
 * by Ctrl+Z, deletion by deletion, the last one first.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class DeleteAction {
  private static final String KEY = "delete";

  private final ActionContext context;
  private final Deque<List<Undo>> undoable = new ArrayDeque<>();

  private record Undo(IndexRow row, TrashEntry entry) {}

  /** Nothing was deleted. */
  public DeleteAction(ActionContext context) {
    this.context = context;
  }

  /** Whether there is a deletion of this window to take back. */
  public boolean canUndo() {
    return !undoable.isEmpty();
  }

  /** Deletes sessions; those on which something goes on already are left out. */
  public void delete(List<IndexRow> rows) {
    Edt.require();
    List<IndexRow> idle =
        rows.stream().filter(row -> context.catalog().activity(row.id()).isEmpty()).toList();
    if (idle.isEmpty()) {
      return;
    }
    Batch batch = new Batch(idle.size());
    for (IndexRow row : idle) {
      long rev = context.catalog().snapshot().rev();
      context.catalog().active(row.id(), new Activity.Deleting());
      context
          .tasks()
          .run(
              () -> context.library().delete(row),
              outcome -> batch.ended(row, rev, outcome),
              failure ->
                  batch.ended(
                      row,
                      rev,
                      new DeleteOutcome.Failed(
                          new Failure(Failure.Kind.FAILED, Texts.reason(failure)))));
    }
  }

  /** The sessions deleted by one key stroke. */
  private final class Batch {
    private final List<Undo> deleted = new ArrayList<>();
    private int open;

    Batch(int size) {
      this.open = size;
    }

    void ended(IndexRow row, long rev, DeleteOutcome outcome) {
      open--;
      switch (outcome) {
        case DeleteOutcome.Deleted(TrashEntry entry) -> {
          deleted.add(new Undo(row, entry));
          context.catalog().active(row.id(), new Activity.Deleted(rev));
        }
        case DeleteOutcome.AlreadyGone _ -> {
          context.catalog().idle(row.id());
          say(row, "was already gone. If the list still shows it: " + remedy());
        }
        case DeleteOutcome.ChangedMeanwhile(var _, String reason) -> {
          context.catalog().idle(row.id());
          say(row, "was not deleted: " + reason);
        }
        case DeleteOutcome.Failed(Failure failure) -> {
          context.catalog().idle(row.id());
          say(row, "was not deleted: " + failure.reason());
        }
      }
      if (open == 0) {
        finish();
      }
    }

    private void finish() {
      if (!deleted.isEmpty()) {
        undoable.push(deleted);
        context
            .notices()
            .show(
                Notice.done(KEY, what(deleted) + " moved to Recently deleted.")
                    .with("Undo", () -> undo(deleted)));
      }
      context.refresh().run();
    }
  }

  /** Takes back the last deletion that was not taken back yet. */
  public void undo() {
    Edt.require();
    if (!undoable.isEmpty()) {
      undo(undoable.peek());
    }
  }

  private void undo(List<Undo> deleted) {
    if (!undoable.remove(deleted)) {
      return;
    }
    context.notices().hide(KEY);
    for (Undo undo : deleted) {
      context.catalog().arriving(undo.row(), new Activity.Restoring());
      context
          .tasks()
          .run(
              () -> context.library().undoDelete(undo.entry()),
              outcome -> undone(undo, outcome),
              failure ->
                  undone(
                      undo,
                      new UndoOutcome.Failed(
                          new Failure(Failure.Kind.FAILED, Texts.reason(failure)))));
    }
  }

  private void undone(Undo undo, UndoOutcome outcome) {
    IndexRow row = undo.row();
    long rev = context.catalog().snapshot().rev();
    switch (outcome) {
      case UndoOutcome.Restored _ -> context.catalog().active(row.id(), new Activity.Indexing(rev));
      case UndoOutcome.NameTaken(var _, String reason) -> failed(row, reason);
      case UndoOutcome.Expired(var _, String reason) -> failed(row, reason);
      case UndoOutcome.Failed(Failure failure) -> {
        failed(row, failure.reason());
        undoable.push(List.of(undo));
      }
    }
    context.refresh().run();
  }

  /** No request: this is the event thread. */
  private String remedy() {
    Mending mending = context.library().mending();
    return mending.by() == Mending.By.COMMAND
        ? mending.advice(RebuildState.Mode.CHECK)
        : "Library > Rebuild Overall List";
  }

  private void failed(IndexRow row, String reason) {
    context.catalog().idle(row.id());
    say(row, "was not restored: " + reason);
  }

  private void say(IndexRow row, String problem) {
    context.notices().show(Notice.problem(KEY + " " + row.id(), title(row) + " " + problem));
  }

  private static String what(List<Undo> deleted) {
    return deleted.size() == 1 ? title(deleted.getFirst().row()) : Texts.sessions(deleted.size());
  }

  private static String title(IndexRow row) {
    return "“" + Texts.shortened(RowTexts.title(row), 60) + "”";
  }
}
