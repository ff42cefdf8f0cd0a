package io.fastshot.client.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_CHAR;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The few functions of Windows that are called. Strings of Windows are UTF-16 and end in 0. */
@SuppressWarnings("restricted") // calls of C are restricted by nature
final class Kernel {
  static final int STANDARD_OUTPUT = -11;
  static final int STANDARD_ERROR = -12;
  static final long SCREEN_BUFFER_BYTES = 22;

  /** Behind the buffer's size, the cursor's place and the colors: two, two and one short. */
  static final long LEFT_OFFSET = 10;

  static final long RIGHT_OFFSET = 14;
  private static final long POINTER_BYTES = ADDRESS.byteSize();

  private final Linker linker = Linker.nativeLinker();
  private final Arena arena;

  Kernel(Arena arena) {
    this.arena = arena;
  }

  /** The words that the process was started with, the program's name first. */
  List<String> commandLine() throws Throwable {
    MethodHandle line = function("kernel32", "GetCommandLineW", ADDRESS);
    MethodHandle split = function("shell32", "CommandLineToArgvW", ADDRESS, ADDRESS, ADDRESS);
    MethodHandle free = function("kernel32", "LocalFree", ADDRESS, ADDRESS);
    MemorySegment count = arena.allocate(JAVA_INT);
    MemorySegment list = (MemorySegment) split.invoke((MemorySegment) line.invoke(), count);
    if (list.equals(MemorySegment.NULL)) {
      throw new IllegalStateException("CommandLineToArgvW failed");
    }
    int words = count.get(JAVA_INT, 0);
    MemorySegment pointers = list.reinterpret(words * POINTER_BYTES);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      texts.add(text(pointers.getAtIndex(ADDRESS, i)));
    }
    free.invoke(list);
    return texts;
  }

  /** Whether a standard handle is a console, and no file or pipe. */
  boolean isConsole(int standardHandle) throws Throwable {
    MethodHandle handle = function("kernel32", "GetStdHandle", ADDRESS, JAVA_INT);
    MethodHandle mode = function("kernel32", "GetConsoleMode", JAVA_INT, ADDRESS, ADDRESS);
    MemorySegment unused = arena.allocate(JAVA_INT);
    return (int) mode.invoke((MemorySegment) handle.invoke(standardHandle), unused) != 0;
  }

  /** How many columns the window of the console has; empty if the handle is no console. */
  OptionalInt columns(int standardHandle) throws Throwable {
    MethodHandle handle = function("kernel32", "GetStdHandle", ADDRESS, JAVA_INT);
    MethodHandle ask =
        function("kernel32", "GetConsoleScreenBufferInfo", JAVA_INT, ADDRESS, ADDRESS);
    MemorySegment info = arena.allocate(SCREEN_BUFFER_BYTES, Short.BYTES);
    boolean known = (int) ask.invoke((MemorySegment) handle.invoke(standardHandle), info) != 0;
    return known ? OptionalInt.of(columns(info)) : OptionalInt.empty();
  }

  /**
   * The columns of a {@code CONSOLE_SCREEN_BUFFER_INFO}: those of its window, of which the buffer
   * may have more.
   */
  static int columns(MemorySegment info) {
    return info.get(JAVA_SHORT, RIGHT_OFFSET) - info.get(JAVA_SHORT, LEFT_OFFSET) + 1;
  }

  private MethodHandle function(
      String library, String name, ValueLayout result, MemoryLayout... parameters) {
    MemorySegment address = SymbolLookup.libraryLookup(library, arena).findOrThrow(name);
    return linker.downcallHandle(address, FunctionDescriptor.of(result, parameters));
  }

  private static String text(MemorySegment address) {
    MemorySegment letters = address.reinterpret(Long.MAX_VALUE);
    StringBuilder text = new StringBuilder();
    for (long i = 0; letters.getAtIndex(JAVA_CHAR, i) != 0; i++) {
      text.append(letters.getAtIndex(JAVA_CHAR, i));
    }
    return text.toString();
  }
}
