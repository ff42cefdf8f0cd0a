package io.fastshot.client.cli.context;

import io.fastshot.client.data.connection.Failure;

/** How a command ended, as the shell sees it. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int NOTHING_MATCHED = 3;
  public static final int NOT_AUTHORISED = 4;
  public static final int OFFLINE = 5;

  private ExitCode() {}

  public static int of(Failure failure) {
    return switch (failure.kind()) {
      case OFFLINE -> OFFLINE;
      case DENIED -> NOT_AUTHORISED;
      case FAILED, CANCELLED -> FAILED;
    };
  }
}
