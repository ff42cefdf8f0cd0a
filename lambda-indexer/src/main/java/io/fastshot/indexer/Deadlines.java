package io.fastshot.indexer;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;

/** Deadlines of invocations. */
final class Deadlines {
  private Deadlines() {}

  /** What Lambda leaves, less the reserve for the answer. */
  static Deadline of(Context context, Indexing parts) {
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
    return Deadline.in(left.minus(parts.config().reserve()), parts.clock());
  }
}
