package io.fastshot.client.data.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file as it was when somebody asked for its upload.
 *
 * @param path absolute
 * @param sizeBytes then
 * @param modifiedMillis then, since 1970
 */
public record SourceFile(Path path, long sizeBytes, long modifiedMillis) {

  /** As it is now. */
  public static SourceFile of(Path file) throws IOException {
    Path path = file.toAbsolutePath().normalize();
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return new SourceFile(path, Files.size(path), Files.getLastModifiedTime(path).toMillis());
  }

  /** What became of it that speaks against its upload, in words; empty if nothing. */
  public Optional<String> change() {
    try {
      return of(path).equals(this)
          ? Optional.empty()
          : Optional.of("The file was changed since; add it again to upload it as it is now");
    } catch (NoSuchFileException _) {
      return Optional.of("The file is no longer there; put it back and try again: " + path);
    } catch (IOException e) {
      return Optional.of(
          path.getFileName()
              + " cannot be read: "
              + io.fastshot.client.data.connection.Failure.describe(e));
    }
  }
}
