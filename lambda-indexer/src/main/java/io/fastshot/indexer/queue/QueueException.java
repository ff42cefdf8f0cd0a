package io.fastshot.indexer.queue;

import org.jspecify.annotations.Nullable;

/** The queue did not take a message. Try again later; a message sent twice does no harm. */
public final class QueueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QueueException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
