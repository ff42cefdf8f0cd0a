package io.fastshot.client.cli.context;

import io.fastshot.client.LibraryEntry;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the local cloud that runs on a data folder. */
public final class LocalClouds {
  private LocalClouds() {}

  /** The data folder of the local cloud that {@code demo} starts. */
  public static Path defaultData(Path home) {
    return home.resolve("local-cloud");
  }

  /** The local cloud that uses a data folder now; empty if none does. */
  public static Optional<LocalCloudInfo> running(Path data) {
    try {
      return LocalCloud.running(data);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandException(
          ExitCode.FAILED, "the local cloud's " + data + " cannot be read: " + Failure.describe(e));
    }
  }

  /**
   * How the library of a local cloud stands in the settings.
   *
   * @param data its data folder, where its credentials stay
   * @param legacyKey key of files in the original's format; null if there is none
   */
  public static LibraryEntry entry(
      String name, Path data, LocalCloudInfo info, @Nullable String legacyKey) {
    return new LibraryEntry(
        name,
        data.toString(),
        info.endpoint(),
        info.region(),
        info.bucket(),
        "",
        null,
        info.rebuildFunction(),
        legacyKey);
  }
}
