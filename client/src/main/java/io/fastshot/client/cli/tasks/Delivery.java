package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.files.FileMoves;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Puts files where a person wants them: whole or not at all, never in the place of another file,
 * never through a link that lies in the way. The umask decides who may read them.
 */
public final class Delivery {
  private Delivery() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Looks at a file before it gets its name. */
  @FunctionalInterface
  public interface Check {
    void of(Path file) throws IOException;
  }

  /** Writes a file. One that is there already with the same content is left as it is. */
  public static void write(Path file, Writing writing) throws IOException {
    write(file, writing, _ -> {});
  }

  /**
   * Writes a file, and looks at it before it gets its name.
   *
   * @param check throws if the file is not to be delivered; nothing is left of it then
   */
  public static void write(Path file, Writing writing, Check check) throws IOException {
    Path parent = folderOf(file);
    Files.createDirectories(parent);
    Path temp = parent.resolve(temporaryName());
    try {
      write(temp, writing, StandardOpenOption.CREATE_NEW);
      check.of(temp);
      requireFree(temp, file);
      place(temp, file);
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  private static void write(Path file, Writing writing, StandardOpenOption how) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE, how))) {
      writing.to(out);
    }
  }

  /** A name for what is not finished yet, beside what it will be. */
  static String temporaryName() {
    return ".fastshot-" + UUID.randomUUID() + ".part";
  }

  /** Refuses a place where something else is: another file, a folder, a link. */
  static void requireFree(Path temp, Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isSame(temp, file)) {
      throw taken(file);
    }
  }

  /** Gives a finished file its name, unless it is there already. */
  static void place(Path temp, Path file) throws IOException {
    try {
      FileMoves.move(temp, file);
    } catch (FileAlreadyExistsException e) {
      if (!isSame(temp, file)) {
        throw taken(file);
      }
    }
  }

  private static boolean isSame(Path temp, Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(temp, file) < 0;
  }

  private static CommandException taken(Path file) {
    return new CommandException(
        ExitCode.FAILED, file + " is there already and is another file; nothing was replaced");
  }

  private static Path folderOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new CommandException(ExitCode.USAGE, "not a file: " + file);
    }
    return parent;
  }
}
