package io.fastshot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMovesTest {
  @TempDir Path folder;
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger pauses = new AtomicInteger();

  /** As Windows does while a reader has the target open. */
  private FileMoves.Attempt refused(int times) {
    return () -> {
      if (attempts.incrementAndGet() <= times) {
        throw new AccessDeniedException("index.json");
      }
      replace();
    };
  }

  private void replace() throws IOException {
    FileMoves.move(
        folder.resolve("draft"),
        folder.resolve("index.json"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void patiently(FileMoves.Attempt attempt) throws IOException {
    FileMoves.patiently(attempt, folder.resolve("index.json"), pauses::incrementAndGet);
  }

  @Test
  void aFileThatIsHeldForAWhileIsReplaced() throws IOException {
    Files.writeString(folder.resolve("draft"), "new");
    Files.writeString(folder.resolve("index.json"), "old");

    patiently(refused(FileMoves.ATTEMPTS - 1));

    assertThat(folder.resolve("index.json")).hasContent("new");
    assertThat(folder.resolve("draft")).doesNotExist();
    assertThat(attempts).hasValue(41);
    assertThat(pauses).hasValue(40);
  }

  @Test
  void aFileThatStaysHeldIsSaidToBe() throws IOException {
    Files.writeString(folder.resolve("draft"), "new");
    Files.writeString(folder.resolve("index.json"), "old");

    assertThatThrownBy(() -> patiently(refused(Integer.MAX_VALUE)))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(
            folder.resolve("index.json")
                + ": cannot be written; another program may have it open (access denied). Close"
                + " that one");

    assertThat(folder.resolve("index.json")).hasContent("old");
    assertThat(attempts).hasValue(41);
  }

  /** Waiting does not bring a file that is not there. */
  @Test
  void whatNoPatienceMendsFailsAtOnce() {
    assertThatThrownBy(() -> patiently(this::replace)).isInstanceOf(NoSuchFileException.class);
    assertThat(pauses).hasValue(0);
  }
}
