package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderLockTest {
  @TempDir Path folder;

  /** Another process that asks whether a lock is held: exit code 10 if it is, 11 if not. */
  static final class Asker {
    private Asker() {}

    public static void main(String[] args) throws IOException {
      System.exit(FolderLock.isHeld(Path.of(args[0])) ? 10 : 11);
    }
  }

  @Test
  void askingAndFailingToTakeItDoNotLoseIt() throws Exception {
    Path file = folder.resolve("lock");
    FolderLock lock = FolderLock.tryTake(file).orElseThrow();

    assertThat(FolderLock.isHeld(file)).isTrue();
    assertThat(FolderLock.tryTake(folder.resolve(".").resolve("lock"))).isEmpty();
    assertThat(askedByAnotherProcess(file)).as("exit code while held").isEqualTo(10);

    lock.close();
    assertThat(FolderLock.isHeld(file)).isFalse();
    assertThat(askedByAnotherProcess(file)).as("exit code when free").isEqualTo(11);
  }

  @Test
  void aFolderWithoutLockFileIsFree() throws Exception {
    assertThat(FolderLock.isHeld(folder.resolve("lock"))).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  private static int askedByAnotherProcess(Path file) throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Asker.class.getName(),
            file.toString())
        .inheritIO()
        .start()
        .waitFor();
  }
}
