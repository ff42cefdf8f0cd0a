package io.fastshot.client.data.queue;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.journal.Stage;
import io.fastshot.client.data.transfer.DownloadOutcome;
import io.fastshot.client.data.transfer.UploadOutcome;
import io.fastshot.model.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What an outcome means for the queue.
 *
 * @param stage {@link Stage#WANTED}: it is tried again by itself
 * @param note in words; empty if there is nothing to say
 * @param free a name to offer; null if none
 */
record Verdict(Stage stage, String note, @Nullable SessionId free) {

  static Verdict of(TransferResult result) {
    return switch (result) {
      case TransferResult.Sent(UploadOutcome outcome) -> of(outcome);
      case TransferResult.Fetched(DownloadOutcome outcome) -> of(outcome);
    };
  }

  private static Verdict of(UploadOutcome outcome) {
    return switch (outcome) {
      case UploadOutcome.Uploaded _ -> new Verdict(Stage.DONE, "", null);
      case UploadOutcome.AlreadyThere _ ->
          new Verdict(Stage.DONE, "It was in the library already; nothing was sent", null);
      case UploadOutcome.NameTaken(var _, String reason, SessionId free) ->
          new Verdict(Stage.FAILED, reason, free);
      case UploadOutcome.Unreadable(String reason) -> new Verdict(Stage.FAILED, reason, null);
      case UploadOutcome.Failed(Failure failure) -> of(failure);
    };
  }

  private static Verdict of(DownloadOutcome outcome) {
    return switch (outcome) {
      case DownloadOutcome.Saved(var _, var _, boolean moved) ->
          new Verdict(Stage.DONE, moved ? "" : "It was on this machine already", null);
      case DownloadOutcome.Gone(String reason) -> new Verdict(Stage.FAILED, reason, null);
      case DownloadOutcome.Damaged(String reason) -> new Verdict(Stage.FAILED, reason, null);
      case DownloadOutcome.Failed(Failure failure) -> of(failure);
    };
  }

  private static Verdict of(Failure failure) {
    return switch (failure.kind()) {
      case OFFLINE, CANCELLED -> new Verdict(Stage.WANTED, failure.reason(), null);
      case DENIED, FAILED -> new Verdict(Stage.FAILED, failure.reason(), null);
    };
  }
}
