package io.fastshot.integration.library;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A library in a local cloud. */
final class LocalCloudLibraryTest extends LibraryContract<LocalCloudLibrary> {
  @TempDir static Path data;

  @Override
  protected LocalCloudLibrary open() throws IOException {
    return closing(new LocalCloudLibrary(data, LEGACY_KEY));
  }
}
