package io.fastshot.client.windows;

import java.io.File;
import java.lang.foreign.Arena;
import java.util.OptionalInt;

/** The console that shows what is printed. */
public final class WindowsConsole {
  private static final System.Logger LOG = System.getLogger(WindowsConsole.class.getName());

  private WindowsConsole() {}

  /** How many columns it has; empty where there is none, and on another system. */
  public static OptionalInt columns() {
    if (File.separatorChar != '\\') {
      return OptionalInt.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      return new Kernel(arena).columns(Kernel.STANDARD_OUTPUT);
    } catch (Throwable e) {
      LOG.log(System.Logger.Level.DEBUG, "Windows does not say how wide the console is", e);
      return OptionalInt.empty();
    }
  }
}
