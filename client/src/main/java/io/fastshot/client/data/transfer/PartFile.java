package io.fastshot.client.data.transfer;

import io.fastshot.client.data.bytes.Digests;
import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.bytes.Transfer;
import io.fastshot.client.data.cache.CacheFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The file that a download writes. It has the name that a later download looks for, and its lock
 * keeps others from writing it; where somebody else has that, a private file takes its place.
 */
final class PartFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int TRIES = 3;

  /** A file's lock is the process's, not a thread's. */
  private static final Set<Path> IN_THIS_PROCESS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private final boolean resumable;

  private PartFile(Path file, FileChannel channel, boolean resumable) {
    this.file = file;
    this.channel = channel;
    this.resumable = resumable;
  }

  /** Opens the file of that name, or a private one if another download has it. */
  static PartFile open(Path wanted, CacheFiles files) throws IOException {
    Files.createDirectories(files.sessions());
    if (IN_THIS_PROCESS.add(wanted)) {
      Optional<FileChannel> channel = Optional.empty();
      try {
        channel = locked(wanted);
      } finally {
        if (channel.isEmpty()) {
          IN_THIS_PROCESS.remove(wanted);
        }
      }
      if (channel.isPresent()) {
        return new PartFile(wanted, channel.get(), true);
      }
    }
    Path own = files.temp(files.sessions());
    FileChannel channel = FileChannel.open(own, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new PartFile(own, channel, false);
  }

  /** Empty if another process has it. */
  private static Optional<FileChannel> locked(Path file) throws IOException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      create(file);
      @Nullable Object before = identity(file);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      boolean taken = false;
      try {
        FileLock lock = channel.tryLock();
        if (lock == null) {
          return Optional.empty();
        }
        // Its owner before may have given it its real name while we opened it.
        taken = Files.exists(file) && Objects.equals(before, identity(file));
        if (taken) {
          return Optional.of(channel);
        }
      } catch (NoSuchFileException _) {
        // It was finished just now: the next try makes a new one.
      } finally {
        if (!taken) {
          channel.close();
        }
      }
    }
    return Optional.empty();
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException _) {
      // What came so far.
    }
  }

  /** What tells one file from another of the same name; null where the system has no such thing. */
  private static @Nullable Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  Path path() {
    return file;
  }

  long size() throws IOException {
    return channel.size();
  }

  /** Reads what is there; writing goes on behind it. */
  Digests.Running digests(Progress progress) throws IOException {
    Digests.Running digests = new Digests.Running();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    channel.position(0);
    for (int n = channel.read(buffer); n >= 0; n = channel.read(buffer)) {
      digests.update(buffer.array(), n);
      buffer.clear();
      Transfer.stopIfCancelled(progress);
    }
    return digests;
  }

  /** Forgets what is there. */
  void restart() throws IOException {
    channel.truncate(0);
    channel.position(0);
  }

  void write(byte[] bytes, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Makes sure that the bytes outlive a loss of power. */
  void force() throws IOException {
    channel.force(true);
  }

  /** Closes it. What a later download cannot go on with is removed. */
  @Override
  public void close() throws IOException {
    try {
      if (channel.isOpen() && (!resumable || channel.size() == 0)) {
        Files.deleteIfExists(file);
      }
    } finally {
      channel.close();
      if (resumable) {
        IN_THIS_PROCESS.remove(file);
      }
    }
  }
}
