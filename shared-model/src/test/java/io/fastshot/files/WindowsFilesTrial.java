package io.fastshot.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * Tries moves and access lists on Windows itself: {@code .ci/windows} compiles and runs it there,
 * with an empty folder. Prints what it saw; the exit code is 0 if that is right.
 */
final class WindowsFilesTrial {
  private WindowsFilesTrial() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path target = Files.writeString(folder.resolve("target"), "old");
    move(folder, target, 700);
    check("the move had patience with a reader of 0.7 s", Files.readString(target).equals("new"));
    String refused = "";
    try {
      move(folder, target, 4_000);
    } catch (FileSystemException e) {
      refused = String.valueOf(e.getReason());
    }
    check("of one of 4 s it says who: " + refused, refused.contains("another program may have it"));

    Path secret = Files.createFile(folder.resolve("secret"));
    check("files have access lists", OwnerOnly.make(secret) == OwnerOnly.Means.ACCESS_LIST);
    AclFileAttributeView view = Files.getFileAttributeView(secret, AclFileAttributeView.class);
    List<AclEntry> list = Objects.requireNonNull(view).getAcl();
    check(
        "the owner alone is on it: " + list,
        list.stream().allMatch(entry -> owns(view, entry)) && !list.isEmpty());
    Files.writeString(secret, "still writable");
  }

  private static boolean owns(AclFileAttributeView view, AclEntry entry) {
    try {
      // What the system itself may do, it may do anyway.
      return entry.principal().equals(view.getOwner())
          || entry.principal().getName().endsWith("\\SYSTEM");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Moves a new file onto the target while a reader holds that without sharing its deletion. */
  private static void move(Path folder, Path target, int heldMillis) throws Exception {
    Path draft = Files.writeString(folder.resolve("draft"), "new");
    CountDownLatch open = new CountDownLatch(1);
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try (RandomAccessFile _ = new RandomAccessFile(target.toFile(), "r")) {
                open.countDown();
                Thread.sleep(heldMillis);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    open.await();
    try {
      FileMoves.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      reader.join();
    }
  }

  private static void check(String what, boolean right) {
    System.out.println((right ? "yes: " : "NO: ") + what);
    if (!right) {
      System.exit(1);
    }
  }
}
