package io.fastshot.client.windows;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;

/**
 * Makes up for what {@code java.exe} does to arguments and output: both go through the code page of
 * programs from before Unicode ("ANSI"), and each letter that it lacks becomes a {@code ?}.
 */
public final class WindowsStart {
  private WindowsStart() {}

  /**
   * Sees to UTF-8 where standard output or error is a file or a pipe, and to arguments with all
   * letters. A console keeps its own code page. Does nothing on another system.
   *
   * @param arguments those that the JVM gave
   * @return the same, with all letters
   */
  public static String[] prepare(String... arguments) {
    if (File.separatorChar != '\\') {
      return arguments;
    }
    try (Arena arena = Arena.ofConfined()) {
      Kernel windows = new Kernel(arena);
      if (!windows.isConsole(Kernel.STANDARD_OUTPUT)) {
        System.setOut(utf8(FileDescriptor.out));
      }
      if (!windows.isConsole(Kernel.STANDARD_ERROR)) {
        System.setErr(utf8(FileDescriptor.err));
      }
      return Arguments.whole(windows.commandLine(), arguments);
    } catch (Throwable e) {
      System.err.println("fastshot: letters may be lost: Windows did not answer: " + e);
      return arguments;
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
