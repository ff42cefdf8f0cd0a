package io.fastshot.localcloud;

import io.fastshot.files.FileMoves;
import io.fastshot.files.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The data folder of a running local cloud: locked against other processes, closed to other users,
 * with the credentials and, while it runs, its endpoint.
 *
 * <pre>
 * lock               held while a local cloud runs
 * endpoint.json      the line that serve prints; there while a local cloud runs
 * credentials.json   made once
 * objects/, uploads/ the store
 * dead-letters.jsonl events that were given up
 * </pre>
 */
final class DataFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
  private static final String LOCK = "lock";
  private static final String ENDPOINT = "endpoint.json";
  private static final String CREDENTIALS = "credentials.json";
  private static final String OBJECTS = "objects";
  private static final String UPLOADS = "uploads";
  private static final String DEAD_LETTERS = "dead-letters.jsonl";
  private static final String NEW = ".new";
  private static final Set<String> OURS =
      Set.of(LOCK, ENDPOINT, CREDENTIALS, OBJECTS, UPLOADS, DEAD_LETTERS);
  private static final int ACCESS_KEY_BYTES = 8;
  private static final int SECRET_KEY_BYTES = 30;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final FolderLock lock;

  /**
   * The one pair of credentials.
   *
   * @param accessKey begins with {@code LOCAL}
   * @param secretKey 40 characters
   */
  record Keys(String accessKey, String secretKey) {
    @Override
    public String toString() {
      return "Keys[accessKey=" + accessKey + "]";
    }
  }

  private DataFolder(Path folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Locks a folder, made if missing, and closes it to other users of the machine.
   *
   * @throws IOException if it cannot be used, or another process holds it, with that one's endpoint
   *     in the message
   */
  static DataFolder open(Path folder) throws IOException {
    try {
      return openFolder(folder);
    } catch (FileSystemException e) {
      throw new IOException(
          "the data folder " + folder + " cannot be used (" + why(e) + "); choose another", e);
    }
  }

  private static String why(FileSystemException e) {
    String reason = e.getReason();
    if (reason != null) {
      return reason;
    }
    return e instanceof FileAlreadyExistsException ? "it is a file" : "it may not be written";
  }

  private static DataFolder openFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Optional<FolderLock> lock = FolderLock.tryTake(folder.resolve(LOCK));
    if (lock.isEmpty()) {
      throw new IOException(
          "a local cloud already uses "
              + folder
              + readMap(folder.resolve(ENDPOINT))
                  .map(other -> " at " + other.get("endpoint"))
                  .orElse("")
              + "; use that one, stop it, or choose another folder");
    }
    DataFolder data = new DataFolder(folder, lock.get());
    try {
      data.keepFromOthers();
      return data;
    } catch (IOException | RuntimeException e) {
      lock.get().close();
      throw e;
    }
  }

  /** Sessions show screens: no other user of the machine reads them, whatever the umask says. */
  private void keepFromOthers() throws IOException {
    if (holdsNothingElse()) {
      keepFromOthers(folder);
    }
    keepFromOthers(Files.createDirectories(objects()));
    keepFromOthers(Files.createDirectories(uploads()));
    if (Files.exists(deadLetters())) {
      keepFromOthers(deadLetters());
    }
  }

  /** A folder that somebody uses for other things too keeps its rights: it is not ours to close. */
  private boolean holdsNothingElse() throws IOException {
    try (var entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .allMatch(name -> OURS.contains(name) || name.endsWith(NEW));
    }
  }

  private static void keepFromOthers(Path path) {
    try {
      if (OwnerOnly.make(path) == OwnerOnly.Means.NONE) {
        LOG.info("the file system of {} knows no owners: whoever uses the disk can read it", path);
      }
    } catch (IOException e) {
      LOG.warn("other users of this machine may be able to read {}: {}", path, e.toString());
    }
  }

  /** The endpoint of the local cloud that uses a folder now; empty if none does. */
  static Optional<LocalCloudInfo> running(Path folder) throws IOException {
    if (!FolderLock.isHeld(folder.resolve(LOCK))) {
      return Optional.empty();
    }
    return readMap(folder.resolve(ENDPOINT)).map(LocalCloudInfo::ofMap);
  }

  Path objects() {
    return folder.resolve(OBJECTS);
  }

  Path uploads() {
    return folder.resolve(UPLOADS);
  }

  Path deadLetters() {
    return folder.resolve(DEAD_LETTERS);
  }

  /** The credentials, made at the first call; readable by the owner only. */
  Keys credentials() throws IOException {
    Optional<Map<String, String>> kept = readMap(folder.resolve(CREDENTIALS));
    if (kept.isPresent()) {
      String accessKey = kept.get().get("access_key");
      String secretKey = kept.get().get("secret_key");
      if (accessKey == null || secretKey == null) {
        throw new IOException(CREDENTIALS + " in " + folder + " is damaged: delete it");
      }
      return new Keys(accessKey, secretKey);
    }
    SecureRandom random = new SecureRandom();
    byte[] accessBytes = new byte[ACCESS_KEY_BYTES];
    byte[] secretBytes = new byte[SECRET_KEY_BYTES];
    random.nextBytes(accessBytes);
    random.nextBytes(secretBytes);
    Keys keys =
        new Keys(
            "LOCAL" + HexFormat.of().formatHex(accessBytes).toUpperCase(Locale.ROOT),
            Base64.getUrlEncoder().withoutPadding().encodeToString(secretBytes));
    writePrivately(
        CREDENTIALS,
        JSON.writeValueAsString(
            Map.of("access_key", keys.accessKey(), "secret_key", keys.secretKey())));
    return keys;
  }

  /** Tells other processes where the local cloud is. */
  void publishEndpoint(LocalCloudInfo info) throws IOException {
    writePrivately(ENDPOINT, info.toJsonLine());
  }

  /** Takes the endpoint back and lets go of the folder. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(folder.resolve(ENDPOINT));
    lock.close();
  }

  private void writePrivately(String name, String text) throws IOException {
    Path temporary = folder.resolve(name + NEW);
    Files.deleteIfExists(temporary);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          temporary,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(temporary);
    }
    try (FileChannel file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    FileMoves.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Optional<Map<String, String>> readMap(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {}));
    } catch (JacksonException e) {
      throw new IOException(file + " is damaged: delete it", e);
    }
  }
}
