package io.fastshot.client.ui.transfers;

import io.fastshot.client.data.queue.TransferStatus;
import io.fastshot.client.data.queue.TransferStatus.Direction;
import io.fastshot.client.data.queue.TransferStatus.State;
import io.fastshot.client.ui.kit.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Transfers in words. */
final class TransferTexts {
  private TransferTexts() {}

  static String direction(TransferStatus status) {
    return status.direction() == Direction.UPLOAD ? "Upload" : "Download";
  }

  /** A few words, and the reason where there is one. */
  static String state(TransferStatus status) {
    String word =
        switch (status.state()) {
          case QUEUED -> "queued";
          case WAITING -> "waits, tries again by itself";
          case RUNNING -> status.direction() == Direction.UPLOAD ? "uploading" : "downloading";
          case PAUSED -> "paused";
          case FAILED -> "failed";
          case DONE -> "done";
          case CANCELLING -> "cancelling";
        };
    return status.note().isEmpty() ? word : word + ": " + status.note();
  }

  static String bytes(TransferStatus status) {
    String total = Texts.bytes(status.totalBytes());
    boolean over = status.state() == State.DONE || status.state() == State.FAILED;
    return over ? total : Texts.bytes(status.doneBytes()) + " of " + total;
  }

  static String speed(TransferStatus status) {
    return status.bytesPerSecond() > 0 ? Texts.bytes(status.bytesPerSecond()) + "/s" : "";
  }

  static String left(TransferStatus status) {
    Duration left = status.left();
    return left == null || left.isZero() ? "" : Texts.about(left);
  }

  /** How many transfers are not done: they stand on the tab. */
  static long open(List<TransferStatus> list) {
    return list.stream().filter(status -> status.state() != State.DONE).count();
  }

  /** "2 running, 3 queued · 12 MB of 84 MB · 4.2 MB/s · about 20 s left". */
  static String totals(List<TransferStatus> list) {
    List<String> parts = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    for (State state : State.values()) {
      long count = list.stream().filter(status -> status.state() == state).count();
      if (count > 0) {
        counts.add(count + " " + word(state));
      }
    }
    parts.add(String.join(", ", counts));
    List<TransferStatus> going =
        list.stream().filter(status -> !status.state().isAtRest()).toList();
    if (!going.isEmpty()) {
      long done = going.stream().mapToLong(TransferStatus::doneBytes).sum();
      long total = going.stream().mapToLong(TransferStatus::totalBytes).sum();
      long speed = going.stream().mapToLong(TransferStatus::bytesPerSecond).sum();
      parts.add(Texts.bytes(done) + " of " + Texts.bytes(total));
      if (speed > 0) {
        parts.add(Texts.bytes(speed) + "/s");
        parts.add(Texts.about(Duration.ofSeconds((total - done + speed - 1) / speed)) + " left");
      }
    }
    return String.join(" · ", parts);
  }

  private static String word(State state) {
    return switch (state) {
      case QUEUED -> "queued";
      case WAITING -> "waiting";
      case RUNNING -> "running";
      case PAUSED -> "paused";
      case FAILED -> "failed";
      case DONE -> "done";
      case CANCELLING -> "being cancelled";
    };
  }
}
