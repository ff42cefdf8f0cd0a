package io.fastshot.client.data.transfer;

import java.io.IOException;
import java.util.Optional;

/** Remembers the upload in parts that a file is sent by. Called by one thread at a time. */
public interface PartMemory {

  /** What was noted last; empty if nothing is under way. */
  Optional<UnfinishedUpload> noted();

  /** Notes an upload, so that it is found again whatever happens next. */
  void note(UnfinishedUpload upload) throws IOException;

  /** Nothing is under way any more. */
  void clear() throws IOException;

  /** Whether a later run will know it; if not, an upload that fails is aborted. */
  boolean outlives();

  /** Remembers during one run. */
  static PartMemory ofThisRun() {
    return new PartMemory() {
      private Optional<UnfinishedUpload> noted = Optional.empty();

      @Override
      public Optional<UnfinishedUpload> noted() {
        return noted;
      }

      @Override
      public void note(UnfinishedUpload upload) {
        noted = Optional.of(upload);
      }

      @Override
      public void clear() {
        noted = Optional.empty();
      }

      @Override
      public boolean outlives() {
        return false;
      }
    };
  }
}
