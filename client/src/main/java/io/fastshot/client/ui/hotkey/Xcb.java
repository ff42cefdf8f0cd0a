package io.fastshot.client.ui.hotkey;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The few calls of libxcb that a grabbed key needs, over Java's own foreign functions.
 *
 * <p>XCB rather than Xlib: it answers each request with its own error, while Xlib's error handler
 * is one for the whole process and belongs to AWT.
 *
 * <p><b>Threads:</b> libxcb locks each connection by itself.
 *
 * @see <a href="https://xcb.freedesktop.org/manual/">libxcb</a>
 */
@SuppressWarnings("restricted") // calls of C are restricted by nature
final class Xcb {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT;
  private static final java.lang.foreign.AddressLayout POINTER = ValueLayout.ADDRESS;

  /** {@code xcb_void_cookie_t} and its like: the number of a request. */
  private static final StructLayout COOKIE = MemoryLayout.structLayout(INT);

  /** {@code xcb_screen_iterator_t}. */
  private static final StructLayout SCREENS = MemoryLayout.structLayout(POINTER, INT, INT);

  private final SymbolLookup library;
  private final MethodHandle connect;
  private final MethodHandle hasError;
  private final MethodHandle disconnect;
  private final MethodHandle getSetup;
  private final MethodHandle screens;
  private final MethodHandle grabKey;
  private final MethodHandle requestCheck;
  private final MethodHandle getMapping;
  private final MethodHandle mappingReply;
  private final MethodHandle fileDescriptor;
  private final MethodHandle pollEvent;
  private final MethodHandle poll;
  private final MethodHandle free;

  /**
   * Loads the library.
   *
   * @throws IllegalArgumentException if this machine has no libxcb
   */
  Xcb() {
    library = SymbolLookup.libraryLookup("libxcb.so.1", Arena.global());
    connect = of("xcb_connect", FunctionDescriptor.of(POINTER, POINTER, POINTER));
    hasError = of("xcb_connection_has_error", FunctionDescriptor.of(INT, POINTER));
    disconnect = of("xcb_disconnect", FunctionDescriptor.ofVoid(POINTER));
    getSetup = of("xcb_get_setup", FunctionDescriptor.of(POINTER, POINTER));
    screens = of("xcb_setup_roots_iterator", FunctionDescriptor.of(SCREENS, POINTER));
    grabKey =
        of(
            "xcb_grab_key_checked",
            FunctionDescriptor.of(COOKIE, POINTER, BYTE, INT, SHORT, BYTE, BYTE, BYTE));
    requestCheck = of("xcb_request_check", FunctionDescriptor.of(POINTER, POINTER, COOKIE));
    getMapping = of("xcb_get_keyboard_mapping", FunctionDescriptor.of(COOKIE, POINTER, BYTE, BYTE));
    mappingReply =
        of(
            "xcb_get_keyboard_mapping_reply",
            FunctionDescriptor.of(POINTER, POINTER, COOKIE, POINTER));
    fileDescriptor = of("xcb_get_file_descriptor", FunctionDescriptor.of(INT, POINTER));
    pollEvent = of("xcb_poll_for_event", FunctionDescriptor.of(POINTER, POINTER));
    Linker linker = Linker.nativeLinker();
    poll =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("poll"),
            FunctionDescriptor.of(INT, POINTER, ValueLayout.JAVA_LONG, INT));
    free =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("free"), FunctionDescriptor.ofVoid(POINTER));
  }

  private MethodHandle of(String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor);
  }

  /** Connects to {@code $DISPLAY}; to be disconnected even if it {@link #hasError}. */
  MemorySegment connect() {
    return call(() -> (MemorySegment) connect.invokeExact(MemorySegment.NULL, MemorySegment.NULL));
  }

  boolean hasError(MemorySegment connection) {
    return call(() -> (int) hasError.invokeExact(connection)) != 0;
  }

  void disconnect(MemorySegment connection) {
    call(() -> {
      disconnect.invokeExact(connection);
      return true;
    });
  }

  /** The root window of the first screen. */
  int root(MemorySegment connection) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment setup = setup(connection);
      MemorySegment iterator =
          call(() -> (MemorySegment) screens.invokeExact((SegmentAllocator) arena, setup));
      return iterator.get(POINTER, 0).reinterpret(INT.byteSize()).get(INT, 0);
    }
  }

  /** The least and the greatest key code, as {@code {min, max}}. */
  int[] keycodes(MemorySegment connection) {
    // xcb_setup_t: min_keycode and max_keycode are the bytes 34 and 35 of the X protocol's reply.
    MemorySegment setup = setup(connection).reinterpret(40);
    return new int[] {setup.get(BYTE, 34) & 0xFF, setup.get(BYTE, 35) & 0xFF};
  }

  private MemorySegment setup(MemorySegment connection) {
    return call(() -> (MemorySegment) getSetup.invokeExact(connection));
  }

  /** The key symbols of all keys from {@code first} on, {@code [key][level]}. */
  int[][] keysyms(MemorySegment connection, int first, int count) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment cookie =
          call(() ->
              (MemorySegment)
                  getMapping.invokeExact(
                      (SegmentAllocator) arena, connection, (byte) first, (byte) count));
      MemorySegment reply =
          call(() ->
              (MemorySegment) mappingReply.invokeExact(connection, cookie, MemorySegment.NULL));
      if (reply.equals(MemorySegment.NULL)) {
        return new int[0][];
      }
      // The reply's head is 32 bytes; its second byte is the number of symbols per key.
      int perKey = reply.reinterpret(32).get(BYTE, 1) & 0xFF;
      MemorySegment symbols = reply.reinterpret(32L + 4L * perKey * count).asSlice(32);
      int[][] keysyms = new int[count][perKey];
      for (int key = 0; key < count; key++) {
        for (int level = 0; level < perKey; level++) {
          keysyms[key][level] = symbols.getAtIndex(INT, (long) key * perKey + level);
        }
      }
      release(reply);
      return keysyms;
    }
  }

  /** Asks for a key on a window; whether the server granted it. */
  boolean grab(MemorySegment connection, int window, int modifiers, int keycode) {
    final byte asynchronous = 1;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment cookie =
          call(() ->
              (MemorySegment)
                  grabKey.invokeExact(
                      (SegmentAllocator) arena,
                      connection,
                      (byte) 0,
                      window,
                      (short) modifiers,
                      (byte) keycode,
                      asynchronous,
                      asynchronous));
      MemorySegment error =
          call(() -> (MemorySegment) requestCheck.invokeExact(connection, cookie));
      boolean granted = error.equals(MemorySegment.NULL);
      release(error);
      return granted;
    }
  }

  /** Waits for something to read, at most so long. */
  void await(MemorySegment connection, int millis) {
    final short readable = 1;
    int descriptor = call(() -> (int) fileDescriptor.invokeExact(connection));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(8);
      request.set(INT, 0, descriptor);
      request.set(SHORT, 4, readable);
      call(() -> (int) poll.invokeExact(request, 1L, millis));
    }
  }

  /** The code of the next event, without blocking; 0 if there is none. */
  int nextEvent(MemorySegment connection) {
    MemorySegment event = call(() -> (MemorySegment) pollEvent.invokeExact(connection));
    if (event.equals(MemorySegment.NULL)) {
      return 0;
    }
    int code = event.reinterpret(32).get(BYTE, 0) & 0x7F;
    release(event);
    return code;
  }

  private void release(MemorySegment memory) {
    if (!memory.equals(MemorySegment.NULL)) {
      call(() -> {
        free.invokeExact(memory);
        return true;
      });
    }
  }

  @FunctionalInterface
  private interface Call<T> {
    T call() throws Throwable;
  }

  private static <T> T call(Call<T> call) {
    try {
      return call.call();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call of libxcb failed", e);
    }
  }
}
