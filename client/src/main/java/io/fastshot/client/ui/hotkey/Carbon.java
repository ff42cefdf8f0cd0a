package io.fastshot.client.ui.hotkey;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * {@code RegisterEventHotKey} of macOS, over Java's own foreign functions; it needs no permission
 * of the person. Events of Carbon belong to the main thread, on which AWT runs its loop: what is to
 * be done there goes through the queue of Grand Central Dispatch.
 *
 * <p>Written to Apple's headers ({@code CarbonEvents.h}, {@code dispatch/queue.h}); no machine of
 * ours has run it.
 */
@SuppressWarnings("restricted") // calls of C are restricted by nature
final class Carbon implements CarbonCalls {
  private static final System.Logger LOG = System.getLogger(Carbon.class.getName());
  private static final String FRAMEWORK = "/System/Library/Frameworks/Carbon.framework/Carbon";
  private static final int KEYBOARD = code("keyb");
  private static final int HOTKEY_PRESSED = 5;
  private static final int DIRECT_OBJECT = code("----");
  private static final int HOTKEY_ID = code("hkid");
  private static final int SIGNATURE = code("fast");

  /** Only then is a key refused that another program has. */
  private static final int EXCLUSIVE = 1;

  private static final int NOT_HANDLED = -9874;
  private static final int SECONDS = 5;

  /** {@code EventHotKeyID} and {@code EventTypeSpec} alike: two numbers. */
  private static final MemoryLayout PAIR = MemoryLayout.structLayout(JAVA_INT, JAVA_INT);

  private static final AtomicInteger IDS = new AtomicInteger();

  /** For ever: macOS may call a handler until it is removed, and that is done elsewhere. */
  private final Arena arena = Arena.global();

  private final SymbolLookup carbon = SymbolLookup.libraryLookup(FRAMEWORK, arena);
  private final MethodHandle target =
      of("GetEventDispatcherTarget", FunctionDescriptor.of(ADDRESS));
  private final MethodHandle install =
      of(
          "InstallEventHandler",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS));
  private final MethodHandle remove =
      of("RemoveEventHandler", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private final MethodHandle register =
      of(
          "RegisterEventHotKey",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, PAIR, ADDRESS, JAVA_INT, ADDRESS));
  private final MethodHandle unregister =
      of("UnregisterEventHotKey", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private final MethodHandle parameter =
      of(
          "GetEventParameter",
          FunctionDescriptor.of(
              JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
  private final MethodHandle dispatch =
      Linker.nativeLinker()
          .downcallHandle(
              system("dispatch_async_f"), FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
  private final int id = IDS.incrementAndGet();
  private final MemorySegment handler = arena.allocate(ADDRESS);
  private final MemorySegment hotkey = arena.allocate(ADDRESS);

  private MethodHandle of(String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().downcallHandle(carbon.findOrThrow(name), descriptor);
  }

  private static MemorySegment system(String name) {
    return Linker.nativeLinker().defaultLookup().findOrThrow(name);
  }

  /** A code of four letters, as Carbon names things. */
  private static int code(String letters) {
    return letters.chars().reduce(0, (code, letter) -> code << 8 | letter);
  }

  @Override
  public int register(int key, int modifiers, Runnable pressed)
      throws InterruptedException, TimeoutException {
    CompletableFuture<Integer> status = new CompletableFuture<>();
    onMainThread(
        () -> status.complete(take(key, modifiers, pressed)), status::completeExceptionally);
    try {
      return status.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call of Carbon failed", e.getCause());
    }
  }

  private int take(int key, int modifiers, Runnable pressed) throws Throwable {
    MemorySegment events = (MemorySegment) target.invokeExact();
    MemorySegment kinds = pair(KEYBOARD, HOTKEY_PRESSED);
    MemorySegment none = MemorySegment.NULL;
    MemorySegment stub = handler(pressed);
    int status = (int) install.invokeExact(events, stub, 1L, kinds, none, handler);
    if (status != 0) {
      return status;
    }
    MemorySegment name = pair(SIGNATURE, id);
    status = (int) register.invokeExact(key, modifiers, name, events, EXCLUSIVE, hotkey);
    if (status != 0) {
      int removed = (int) remove.invokeExact(handler.get(ADDRESS, 0));
      LOG.log(System.Logger.Level.DEBUG, () -> "handler removed: " + removed);
    }
    return status;
  }

  @Override
  public void unregister() {
    onMainThread(
        () -> {
          int given = (int) unregister.invokeExact(hotkey.get(ADDRESS, 0));
          int removed = (int) remove.invokeExact(handler.get(ADDRESS, 0));
          LOG.log(System.Logger.Level.DEBUG, () -> "hotkey given back: " + given + removed);
        },
        failure -> LOG.log(System.Logger.Level.WARNING, "hotkey not given back", failure));
  }

  private MemorySegment pair(int first, int second) {
    MemorySegment pair = arena.allocate(PAIR);
    pair.set(JAVA_INT, 0, first);
    pair.set(JAVA_INT, JAVA_INT.byteSize(), second);
    return pair;
  }

  private MemorySegment handler(Runnable pressed) {
    Handler handling = (_, event, _) -> handle(event, pressed);
    return stub(Handler.class, handling, Handler.TYPE, Handler.CALL);
  }

  private void onMainThread(Work work, Consumer<Throwable> failed) {
    Task task =
        _ -> {
          try {
            work.run();
          } catch (Throwable e) {
            failed.accept(e);
          }
        };
    MemorySegment stub = stub(Task.class, task, Task.TYPE, Task.CALL);
    try {
      dispatch.invokeExact(system("_dispatch_main_q"), MemorySegment.NULL, stub);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call of Grand Central Dispatch failed", e);
    }
  }

  private MemorySegment stub(
      Class<?> function, Object implementation, MethodType type, FunctionDescriptor call) {
    try {
      MethodHandle method =
          MethodHandles.lookup().findVirtual(function, "call", type).bindTo(implementation);
      return Linker.nativeLinker().upcallStub(method, call, arena);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no method to call back", e);
    }
  }

  /** Told of each hotkey of the program; passes on what belongs to another one. */
  private int handle(MemorySegment event, Runnable pressed) {
    try (Arena call = Arena.ofConfined()) {
      MemorySegment name = call.allocate(PAIR);
      MemorySegment none = MemorySegment.NULL;
      int status =
          (int)
              parameter.invokeExact(
                  event, DIRECT_OBJECT, HOTKEY_ID, none, PAIR.byteSize(), none, name);
      if (status != 0 || name.get(JAVA_INT, JAVA_INT.byteSize()) != id) {
        return NOT_HANDLED;
      }
      pressed.run();
      return 0;
    } catch (Throwable e) {
      LOG.log(System.Logger.Level.WARNING, "a hotkey was not followed", e);
      return NOT_HANDLED;
    }
  }

  /** {@code EventHandlerProcPtr}. An exception must not reach C: that would end the process. */
  @FunctionalInterface
  interface Handler {
    MethodType TYPE =
        MethodType.methodType(
            int.class, MemorySegment.class, MemorySegment.class, MemorySegment.class);
    FunctionDescriptor CALL = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS);

    int call(MemorySegment next, MemorySegment event, MemorySegment data);
  }

  /** {@code dispatch_function_t}. */
  @FunctionalInterface
  interface Task {
    MethodType TYPE = MethodType.methodType(void.class, MemorySegment.class);
    FunctionDescriptor CALL = FunctionDescriptor.ofVoid(ADDRESS);

    void call(MemorySegment context);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Throwable;
  }
}
