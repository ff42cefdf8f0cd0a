package io.fastshot.client.cli;

import io.fastshot.client.data.Failure;

/** How a command ended, as the shell sees it. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int NOTHING_MATCHED = 3;
  static final int NOT_AUTHORISED = 4;
  static final int OFFLINE = 5;

  private ExitCode() {}

  static int of(Failure failure) {
    return switch (failure.kind()) {
      case OFFLINE -> OFFLINE;
      case DENIED -> NOT_AUTHORISED;
      case FAILED, CANCELLED -> FAILED;
    };
  }
}
