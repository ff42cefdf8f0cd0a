package io.fastshot.client.display;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The display that AWT uses in this JVM.
 *
 * <p>On Linux an Xvfb of its own, also where a real display exists: windows of tests then do not
 * take the developer's focus, nor he theirs. The server's number is put into the environment of
 * this process itself, where the X library looks for it, so tests run the same from Maven and from
 * an editor. {@code System.getenv} does not see it: give child processes {@link Ready#name()} as
 * {@code DISPLAY}.
 */
public final class VirtualDisplay {
  /** Whether a display can be used. */
  public sealed interface State {}

  /**
   * Windows can be opened; {@code name} is for {@code DISPLAY}, empty where the system has none.
   */
  public record Ready(String name) implements State {}

  /** No windows here; {@code reason} says why and what to install. */
  public record Missing(String reason) implements State {}

  /**
   * The server lives as long as the pipe to its guard is open: it ends with this JVM, however that
   * ends. The guard closes its own output, so that a server that does not start ends ours.
   */
  private static final String SERVER =
      "Xvfb -displayfd 1 -screen 0 1600x1000x24 -nolisten tcp 2>/dev/null & "
          + "exec 1>&-; read -r _; kill $! 2>/dev/null";

  private static final State STATE = start();

  private VirtualDisplay() {}

  /** The display of this JVM, started at the first call. */
  public static State ofThisJvm() {
    return STATE;
  }

  private static State start() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return new Ready("");
    }
    try {
      String number = startServer();
      if (number != null) {
        setEnvironment("DISPLAY", ":" + number);
        System.setProperty("java.awt.headless", "false");
        return new Ready(":" + number);
      }
    } catch (IOException e) {
      return new Missing("the virtual display could not be started: " + e.getMessage());
    }
    String inherited = System.getenv("DISPLAY");
    return inherited == null || inherited.isEmpty()
        ? new Missing("window tests need Xvfb (Debian: apt-get install xvfb) or a DISPLAY")
        : new Ready(inherited);
  }

  /** The number of the new display, or null if Xvfb is not installed or ends at once. */
  private static @Nullable String startServer() throws IOException {
    Process guard = new ProcessBuilder("sh", "-c", SERVER).start();
    BufferedReader answer = guard.inputReader(StandardCharsets.US_ASCII);
    String number = answer.readLine();
    return number == null || number.isBlank() ? null : number.strip();
  }

  @SuppressWarnings("restricted") // a call of C: Java cannot change its own environment
  private static void setEnvironment(String name, String value) {
    Linker linker = Linker.nativeLinker();
    MethodHandle setenv =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setenv"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment key = arena.allocateFrom(name);
      int failed = (int) setenv.invokeExact(key, arena.allocateFrom(value), 1);
      if (failed != 0) {
        throw new IllegalStateException("setenv " + name + " failed");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("setenv " + name + " failed", e);
    }
  }
}
