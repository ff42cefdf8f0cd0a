package io.fastshot.client.ui.hotkey;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The few calls of Windows that a hotkey needs, over Java's own foreign functions.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerhotkey">RegisterHotKey</a>
 */
@SuppressWarnings("restricted") // calls of C are restricted by nature
final class User32 implements HotkeyCalls {
  private static final int ID = 1;
  private static final int QUIT = 0x0012;
  private static final int USER = 0x0400;

  /** {@code MSG}; the number of the message stands behind the window's handle. */
  private static final long MESSAGE_BYTES = 48;

  private static final long NUMBER_OFFSET = 8;
  private static final StructLayout STATE = Linker.Option.captureStateLayout();

  private final Arena arena = Arena.ofShared();
  private final MemorySegment state = arena.allocate(STATE);
  private final MemorySegment message = arena.allocate(MESSAGE_BYTES, 8);
  private final MethodHandle threadId = of("kernel32", "GetCurrentThreadId", JAVA_INT);
  private final MethodHandle peek =
      of("user32", "PeekMessageW", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
  private final MethodHandle get =
      of("user32", "GetMessageW", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
  private final MethodHandle post =
      of("user32", "PostThreadMessageW", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
  private final MethodHandle unregister =
      of("user32", "UnregisterHotKey", JAVA_INT, ADDRESS, JAVA_INT);
  private final MethodHandle register =
      of(
          Linker.Option.captureCallState("GetLastError"),
          "user32",
          "RegisterHotKey",
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          JAVA_INT);

  private MethodHandle of(
      String library, String name, MemoryLayout result, MemoryLayout... parameters) {
    return Linker.nativeLinker()
        .downcallHandle(find(library, name), FunctionDescriptor.of(result, parameters));
  }

  private MethodHandle of(
      Linker.Option option, String library, String name, MemoryLayout... parameters) {
    return Linker.nativeLinker()
        .downcallHandle(find(library, name), FunctionDescriptor.of(JAVA_INT, parameters), option);
  }

  private MemorySegment find(String library, String name) {
    return SymbolLookup.libraryLookup(library, arena).findOrThrow(name);
  }

  @Override
  public int thread() {
    call(() -> (int) peek.invokeExact(message, MemorySegment.NULL, USER, USER, 0));
    return call(() -> (int) threadId.invokeExact());
  }

  @Override
  public int register(int modifiers, int key) {
    int done =
        call(() -> (int) register.invokeExact(state, MemorySegment.NULL, ID, modifiers, key));
    return done != 0 ? 0 : state.get(JAVA_INT, STATE.byteOffset(groupElement("GetLastError")));
  }

  private static MemoryLayout.PathElement groupElement(String name) {
    return MemoryLayout.PathElement.groupElement(name);
  }

  @Override
  public int next() {
    int got = call(() -> (int) get.invokeExact(message, MemorySegment.NULL, 0, 0));
    return got > 0 ? message.get(JAVA_INT, NUMBER_OFFSET) : 0; // -1 is an error of the queue
  }

  @Override
  public void unregister() {
    call(() -> (int) unregister.invokeExact(MemorySegment.NULL, ID));
  }

  @Override
  public void quit(int thread) {
    post(thread, QUIT);
  }

  /** Puts a message into the queue of a thread; whether it has one. */
  boolean post(int thread, int number) {
    return call(() -> (int) post.invokeExact(thread, number, (long) ID, 0L)) != 0;
  }

  @Override
  public void close() {
    arena.close();
  }

  @FunctionalInterface
  private interface Call {
    int call() throws Throwable;
  }

  private static int call(Call call) {
    try {
      return call.call();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call of Windows failed", e);
    }
  }
}
