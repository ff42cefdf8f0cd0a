package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.localcloud.events.DeadLetters;
import io.fastshot.localcloud.faults.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may read the data folder. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are those of POSIX")
final class DataFolderTest {
  private static final String OWNER = "rwx------";

  @TempDir Path parent;

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void open(Path path, String rights) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
  }

  @Test
  void aNewFolderIsTheOwnersAlone() throws IOException {
    Path data = parent.resolve("data");

    try (DataFolder folder = DataFolder.open(data)) {
      DeadLetters.open(folder.deadLetters(), InstantSource.system()).add("body", 1, "reason");

      assertThat(rights(data)).isEqualTo(OWNER);
      assertThat(rights(folder.objects())).isEqualTo(OWNER);
      assertThat(rights(folder.uploads())).isEqualTo(OWNER);
      assertThat(rights(folder.deadLetters())).isEqualTo("rw-------");
    }
  }

  @Test
  void aFolderThatWasMadeWithWiderRightsIsClosed() throws IOException {
    Path data = Files.createDirectory(parent.resolve("data"));
    Path objects = Files.createDirectory(data.resolve("objects"));
    Path letters = Files.writeString(data.resolve("dead-letters.jsonl"), "{}\n");
    open(data, "rwxr-xr-x");
    open(objects, "rwxrwxrwx");
    open(letters, "rw-r--r--");

    try (DataFolder _ = DataFolder.open(data)) {
      assertThat(rights(data)).isEqualTo(OWNER);
      assertThat(rights(objects)).isEqualTo(OWNER);
      assertThat(rights(letters)).isEqualTo("rw-------");
    }
  }

  @Test
  void aFolderThatHoldsOtherThingsTooKeepsItsOwnRights() throws IOException {
    open(parent, "rwxr-xr-x");
    Files.writeString(parent.resolve("letter.txt"), "somebody's");

    try (DataFolder folder = DataFolder.open(parent)) {
      assertThat(rights(parent)).isEqualTo("rwxr-xr-x");
      assertThat(rights(folder.objects())).isEqualTo(OWNER);
      assertThat(rights(folder.uploads())).isEqualTo(OWNER);
    }
  }

  @Test
  void aFileInTheFoldersPlaceIsTold() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "somebody's");

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the data folder " + file + " cannot be used (it is a file)")
        .hasMessageContaining("choose another");
  }

  @ParameterizedTest
  @CsvSource({
    "70000,bucket,0,0,a port is 0 to 65535: 70000",
    "-1,bucket,0,0,a port is 0 to 65535: -1",
    "0,B!,0,0,a bucket name is 3 to 63",
    "0,bucket,-1,0,a latency is 0 to 1 hour: PT-1S",
    "0,bucket,3601,0,a latency is 0 to 1 hour: PT1H1S",
    "0,bucket,0,9999999999,a batch window is 0 to 1 hour"
  })
  void aValueThatCannotBeIsNamed(
      int port, String bucket, long latency, long window, String message) {
    assertThatThrownBy(() ->
            new LocalCloudConfig(
                parent,
                port,
                bucket,
                null,
                Duration.ofSeconds(latency),
                Duration.ofSeconds(window),
                FaultPlan.none(),
                false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
