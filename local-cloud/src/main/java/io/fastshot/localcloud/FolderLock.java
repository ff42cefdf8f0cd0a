package io.fastshot.localcloud;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The lock file of a data folder, held by one local cloud at a time, also over processes; the
 * system lets go of it when the process ends, however it ends.
 *
 * <p>Under POSIX a process loses its lock on a file as soon as it closes any channel on that file.
 * So a file that this process holds is never opened a second time: what is held is noted here.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/fcntl.html">POSIX
 *     fcntl</a>
 */
final class FolderLock implements AutoCloseable {
  /** What this process holds; guarded by itself. */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock, making the file if it is missing; empty if somebody holds it. */
  static Optional<FolderLock> tryTake(Path lockFile) throws IOException {
    Path file = canonical(lockFile);
    synchronized (HELD) {
      if (HELD.contains(file)) {
        return Optional.empty();
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      HELD.add(file);
      return Optional.of(new FolderLock(file, channel));
    }
  }

  /** Whether anybody holds the lock now. */
  static boolean isHeld(Path lockFile) throws IOException {
    if (!Files.exists(lockFile)) {
      return false;
    }
    Optional<FolderLock> taken = tryTake(lockFile);
    if (taken.isPresent()) {
      taken.get().close();
    }
    return taken.isEmpty();
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      channel.close();
      HELD.remove(file);
    }
  }

  private static Path canonical(Path lockFile) throws IOException {
    Path folder = lockFile.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("not a lock file: " + lockFile);
    }
    return folder.toRealPath().resolve(lockFile.getFileName());
  }
}
