package io.fastshot.client.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {
  private static final String FILE = "/home/a/b.fastshot";

  static List<IOException> aboutAFile() {
    return List.of(
        new NoSuchFileException(FILE),
        new FileAlreadyExistsException(FILE),
        new AccessDeniedException(FILE),
        new DirectoryNotEmptyException(FILE),
        new NotDirectoryException(FILE),
        new FileSystemLoopException(FILE),
        new FileSystemException(FILE),
        new FileSystemException(FILE, null, "No space left on device"));
  }

  static Stream<IOException> all() {
    return Stream.concat(
        aboutAFile().stream(),
        Stream.of(
            new EOFException(),
            new MalformedInputException(1),
            new UnknownHostException("nowhere.example"),
            new ConnectException("Connection refused"),
            new ConnectException(),
            new BindException("Address already in use"),
            new SocketTimeoutException(),
            new HttpTimeoutException("x"),
            new ClosedChannelException(),
            new IOException("No space left on device"),
            new IOException()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void wordsNotClasses(IOException e) {
    String words = Failure.describe(e);
    assertThat(words).isNotBlank().doesNotContain("Exception", "null", "Input length");
    assertThat(words).doesNotContain(e.getClass().getSimpleName().replace("Exception", "") + ":");
  }

  @ParameterizedTest
  @MethodSource("aboutAFile")
  void theFileIsNamedOnceAndSomethingIsSaidOfIt(IOException e) {
    assertThat(Failure.describe(e)).containsOnlyOnce(FILE).matches(".*[a-z] [a-z].*");
  }
}
