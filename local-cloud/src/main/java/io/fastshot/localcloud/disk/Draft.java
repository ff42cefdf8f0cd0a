package io.fastshot.localcloud.disk;

import io.fastshot.files.FileMoves;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

/**
 * An object that is being written: a temporary file beside its future place. Not published, it
 * leaves nothing behind; a crash leaves a file that {@link #sweep} removes.
 *
 * <p><b>Threads:</b> one.
 */
public final class Draft implements AutoCloseable {
  private static final String PREFIX = ".draft-";
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Path temporary;
  private final FileChannel channel;
  private final MessageDigest md5 = newMd5();
  private long sizeBytes;
  private boolean published;

  private Draft(Path temporary, FileChannel channel) {
    this.temporary = temporary;
    this.channel = channel;
  }

  /** Begins an empty object in a folder. */
  public static Draft in(Path folder) throws IOException {
    Path file = folder.resolve(PREFIX + UUID.randomUUID());
    try {
      return new Draft(
          file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (NoSuchFileException e) {
      throw e; // the folder is gone: an upload that has ended
    } catch (IOException e) {
      throw DiskException.of(folder, e);
    }
  }

  /** Removes what crashes have left in a folder. */
  public static void sweep(Path folder) throws IOException {
    try (var leftovers = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path file : leftovers) {
        Files.delete(file);
      }
    }
  }

  /** Whether a file is an unpublished draft. */
  static boolean isDraft(Path file) {
    return file.getFileName().toString().startsWith(PREFIX);
  }

  /** Appends all bytes of a stream. */
  public void append(InputStream bytes) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
      md5.update(buffer, 0, n);
      writeFully(ByteBuffer.wrap(buffer, 0, n));
      sizeBytes += n;
    }
  }

  /** Number of bytes appended so far. */
  public long sizeBytes() {
    return sizeBytes;
  }

  /** The MD5 of the bytes appended. Once. */
  public byte[] md5() {
    return md5.digest();
  }

  /** Describes the content and forces all to the disk. Nothing may be appended afterwards. */
  public void seal(StoredObject description) throws IOException {
    writeFully(ByteBuffer.wrap(SealedFiles.trailer(description)));
    try {
      channel.force(false);
      channel.close();
    } catch (IOException e) {
      throw DiskException.of(folder(), e);
    }
  }

  /**
   * Moves the sealed file to its place, over what stands there, in one step.
   *
   * @throws IOException if that failed; then the old file stands
   */
  void publish(Path target) throws IOException {
    try {
      FileMoves.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the data folder's file system cannot replace files atomically", e);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw DiskException.of(folder(), e);
    }
    published = true;
  }

  /** Removes the temporary file unless it was published. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!published) {
      Files.deleteIfExists(temporary);
    }
  }

  private void writeFully(ByteBuffer bytes) throws DiskException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw DiskException.of(folder(), e);
    }
  }

  private Path folder() {
    return Objects.requireNonNull(temporary.getParent(), "made in a folder");
  }

  private static MessageDigest newMd5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
