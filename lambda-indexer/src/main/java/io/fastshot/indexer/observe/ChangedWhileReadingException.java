package io.fastshot.indexer.observe;

import java.io.IOException;

/** An object was replaced or removed between two reads of it. Observe it again. */
final class ChangedWhileReadingException extends IOException {
  private static final long serialVersionUID = 1L;

  ChangedWhileReadingException(String key) {
    super(key + " changed while it was being read");
  }
}
