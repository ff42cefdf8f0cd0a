package io.fastshot.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Takes a file or folder away from the other users of the machine, by whatever the file system has:
 * permissions (POSIX), an access list (Windows), or nothing (FAT).
 */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /** What a file system has against other users. */
  public enum Means {
    PERMISSIONS,
    ACCESS_LIST,
    NONE
  }

  /**
   * Makes a file or folder the owner's alone, also when it was made with wider rights.
   *
   * @return by which means; {@code NONE} if it is open to whoever may use the disk
   * @throws IOException if the means are there and this process may not use them, such as on a
   *     folder of another user
   */
  public static Means make(Path path) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (posix != null) {
      Set<PosixFilePermission> wanted = Files.isDirectory(path) ? FOLDER : FILE;
      if (!posix.readAttributes().permissions().equals(wanted)) {
        posix.setPermissions(wanted);
      }
      return Means.PERMISSIONS;
    }
    AclFileAttributeView list = Files.getFileAttributeView(path, AclFileAttributeView.class);
    if (list == null) {
      return Means.NONE;
    }
    list.setAcl(
        List.of(
            AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(list.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(
                    Files.isDirectory(path)
                        ? Set.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                        : Set.of())
                .build()));
    return Means.ACCESS_LIST;
  }
}
