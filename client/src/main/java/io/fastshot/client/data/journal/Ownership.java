package io.fastshot.client.data.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says which process runs the transfers of a journal: one at a time. Held for as long as it runs
 * them; the system takes it back from one that is killed.
 *
 * <p><b>Threads:</b> one at a time.
 */
public final class Ownership implements AutoCloseable {
  /** A file's lock is the process's, not a thread's. */
  private static final Set<Path> IN_THIS_PROCESS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private @Nullable FileChannel channel;

  /** Of the journal in that folder; nobody's yet. */
  public Ownership(Path folder) {
    this.file = folder.resolve("owner.lock").toAbsolutePath().normalize();
  }

  /** Whether it is ours now: tries to have it unless it is. */
  public boolean have() throws IOException {
    if (channel != null) {
      return true;
    }
    Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file in a folder"));
    if (!IN_THIS_PROCESS.add(file)) {
      return false;
    }
    FileChannel opened = null;
    try {
      opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = opened.tryLock();
      channel = lock == null ? null : opened;
    } finally {
      if (channel == null) {
        IN_THIS_PROCESS.remove(file);
        if (opened != null) {
          opened.close();
        }
      }
    }
    return channel != null;
  }

  @Override
  public void close() throws IOException {
    FileChannel held = channel;
    if (held != null) {
      channel = null;
      try {
        held.close();
      } finally {
        IN_THIS_PROCESS.remove(file);
      }
    }
  }
}
