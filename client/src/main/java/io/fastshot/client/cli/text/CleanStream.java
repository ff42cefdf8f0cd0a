package io.fastshot.client.cli.text;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.text.PlainText;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Text for a person, through which no name can give orders to the terminal: what is printed as text
 * is made one line of harmless characters; only its own ends of lines end one. Bytes pass as they
 * are: who writes bytes (JSON) has escaped them. Remembers why it could not write.
 */
final class CleanStream extends PrintStream {
  private static final int BUFFER = 8192;
  private static final int FILE_TYPE = 0170000;
  private static final int FIFO = 0010000;
  private static final int SOCKET = 0140000;

  private final OutputStream target;
  private final Watched watched;

  private final BooleanSupplier readerMayGo;

  private CleanStream(
      Watched watched, OutputStream target, Charset charset, BooleanSupplier readerMayGo) {
    super(new BufferedOutputStream(watched, BUFFER), true, charset);
    this.target = target;
    this.watched = watched;
    this.readerMayGo = readerMayGo;
  }

  /** Where this process's data goes. */
  static CleanStream standardOutput() {
    OutputStream target = new FileOutputStream(FileDescriptor.out);
    return new CleanStream(
        new Watched(target), target, System.out.charset(), CleanStream::standardOutputIsPipe);
  }

  static CleanStream to(OutputStream target, Charset charset) {
    return new CleanStream(new Watched(target), target, charset, () -> false);
  }

  static CleanStream to(PrintStream target) {
    return target instanceof CleanStream clean ? clean : to(target, target.charset());
  }

  /**
   * Why something was not written; null if all was, or if it went into a pipe, whose reader may
   * have seen enough ({@code | head}). Flushes first.
   */
  @Nullable String problem() {
    if (!checkError() || readerMayGo.getAsBoolean()) {
      return null;
    }
    IOException failure = watched.failure;
    return failure == null ? "not all of it was taken" : Failure.describe(failure);
  }

  @Override
  public boolean checkError() {
    boolean failed = super.checkError();
    return failed || (target instanceof PrintStream inner && inner.checkError());
  }

  /** A line of progress: writes over the last one. */
  void over(String text) {
    super.print("\r" + PlainText.line(text) + "\u001b[K");
    flush();
  }

  @Override
  public void print(@Nullable String text) {
    super.print(PlainText.line(String.valueOf(text)));
  }

  @Override
  public void print(@Nullable Object value) {
    print(String.valueOf(value));
  }

  @Override
  public void print(char[] text) {
    print(new String(text));
  }

  @Override
  public void print(char c) {
    print(String.valueOf(c));
  }

  /** Asked of the file system: the words of the error depend on the person's language. */
  private static boolean standardOutputIsPipe() {
    try {
      int mode = (int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode");
      return (mode & FILE_TYPE) == FIFO || (mode & FILE_TYPE) == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      return false; // Windows: then a pipe whose reader went is told as well
    }
  }

  /** PrintStream keeps to itself what went wrong. */
  private static final class Watched extends FilterOutputStream {
    private volatile @Nullable IOException failure;

    Watched(OutputStream target) {
      super(target);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
