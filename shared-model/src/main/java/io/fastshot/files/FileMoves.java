package io.fastshot.files;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * {@link Files#move}, with patience on Windows: there a move fails while another program (a reader,
 * a virus scanner, a backup) has one of the two files open, mostly for some milliseconds.
 */
public final class FileMoves {
  /** Together with the pauses: 2 s. */
  static final int ATTEMPTS = 41;

  private static final int PAUSE_MILLIS = 50;

  /** One attempt. */
  @FunctionalInterface
  interface Attempt {
    void move() throws IOException;
  }

  /** What lies between two attempts. */
  @FunctionalInterface
  interface Pause {
    void pause() throws InterruptedException;
  }

  private FileMoves() {}

  /**
   * Moves a file. On Windows, tries again for 2 s while something refuses it.
   *
   * @param options those of {@link Files#move}
   * @throws FileSystemException in words that say what may hold the file, if it was refused to the
   *     end
   * @throws IOException as {@link Files#move} throws it
   */
  public static void move(Path from, Path to, CopyOption... options) throws IOException {
    Attempt attempt = () -> Files.move(from, to, options);
    if (File.separatorChar == '\\') {
      patiently(attempt, to, () -> Thread.sleep(PAUSE_MILLIS));
    } else {
      attempt.move(); // elsewhere open files do not matter, and a refusal stands
    }
  }

  static void patiently(Attempt attempt, Path to, Pause pause) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        attempt.move();
        return;
      } catch (FileSystemException e) {
        if (!mayPass(e)) {
          throw e;
        }
        if (tries == ATTEMPTS) {
          throw held(to, e);
        }
      }
      try {
        pause.pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw (IOException) new InterruptedIOException("interrupted").initCause(e);
      }
    }
  }

  /** Windows' words are in the person's language, so what a pause can mend is what is left. */
  private static boolean mayPass(FileSystemException e) {
    return !(e instanceof NoSuchFileException
        || e instanceof FileAlreadyExistsException
        || e instanceof DirectoryNotEmptyException
        || e instanceof AtomicMoveNotSupportedException);
  }

  private static FileSystemException held(Path to, FileSystemException cause) {
    String said = cause.getReason() == null ? "access denied" : cause.getReason().strip();
    FileSystemException held =
        new FileSystemException(
            to.toString(),
            null,
            "cannot be written; another program may have it open (" + said + "). Close that one");
    held.initCause(cause);
    return held;
  }
}
