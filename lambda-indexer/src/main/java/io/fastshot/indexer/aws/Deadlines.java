package io.fastshot.indexer.aws;

import com.amazonaws.services.lambda.runtime.Context;
import io.fastshot.indexer.run.Deadline;
import io.fastshot.indexer.run.Indexing;
import java.time.Duration;

/** Deadlines of invocations. */
public final class Deadlines {
  private Deadlines() {}

  /** What Lambda leaves, less the reserve for the answer. */
  public static Deadline of(Context context, Indexing parts) {
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
    return Deadline.in(left.minus(parts.config().reserve()), parts.clock());
  }
}
