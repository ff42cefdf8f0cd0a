package io.fastshot.client.cli.tasks;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files that are made beside the one they become, for a person: with the rights that the umask
 * gives, not those of a temporary file, which only its owner may read.
 */
public final class Drafts {
  private static final AtomicLong NUMBER = new AtomicLong();

  private Drafts() {}

  /** A new empty file in a folder. */
  public static Path create(Path folder) throws IOException {
    while (true) {
      String name =
          ".fastshot-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet() + ".part";
      try {
        return Files.createFile(folder.resolve(name));
      } catch (FileAlreadyExistsException e) {
        System.getLogger(Drafts.class.getName())
            .log(System.Logger.Level.DEBUG, "left by a process that was killed", e);
      }
    }
  }
}
