package io.fastshot.localcloud.awssdk;

import io.fastshot.localcloud.disk.DiskException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on files, whose failures are told to the client in words: a client that is told a bare 500
 * tries again, and on a full disk that helps nobody.
 */
@FunctionalInterface
interface DiskWork<T> {
  int INSUFFICIENT_STORAGE = 507;
  int INTERNAL_ERROR = 500;

  /** Does it. */
  T run() throws IOException;

  /** Does some work. */
  static <T> T io(DiskWork<T> work) {
    try {
      return work.run();
    } catch (DiskException e) {
      Log.OF.warn("{}", e.getMessage());
      throw e.isFull()
          ? S3Refusals.of(
              INSUFFICIENT_STORAGE, "InsufficientStorage", String.valueOf(e.getMessage()))
          : S3Refusals.of(INTERNAL_ERROR, "InternalError", String.valueOf(e.getMessage()));
    } catch (FileSystemException e) {
      Log.OF.warn("the object store failed", e);
      throw S3Refusals.of(INTERNAL_ERROR, "InternalError", "The data folder cannot be used: " + e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An interface's own fields are all public. */
  final class Log {
    private static final Logger OF = LoggerFactory.getLogger(DiskWork.class);

    private Log() {}
  }
}
