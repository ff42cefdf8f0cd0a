package io.fastshot.localcloud.disk;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The data folder could not be written; whoever sent the bytes is not to blame. */
public final class DiskException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /** Below this much room a failed write is one for want of room, whatever the system calls it. */
  private static final long NO_ROOM_BYTES = 64 * 1024;

  private final boolean full;

  private DiskException(String message, boolean full, IOException cause) {
    super(message, cause);
    this.full = full;
  }

  /** A write below a folder failed. */
  static DiskException of(Path folder, IOException cause) {
    boolean full = isFull(folder, cause);
    String why = full ? "is full: free some space, then try again" : "cannot be written";
    return new DiskException(
        "The disk of the data folder " + why + " (" + folder + ": " + cause.getMessage() + ")",
        full,
        cause);
  }

  /** Whether there is no room for what was to be written. */
  public boolean isFull() {
    return full;
  }

  private static boolean isFull(Path folder, IOException cause) {
    String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    // Linux and macOS; a quota; a limit of the process or the file system; Windows.
    return Stream.of("no space left", "quota", "file too large", "not enough space")
            .anyMatch(said::contains)
        || roomBytes(folder) < NO_ROOM_BYTES;
  }

  private static long roomBytes(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException _) {
      return Long.MAX_VALUE; // not known: then the words decide
    }
  }
}
