package io.fastshot.client.data.cache;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.files.FileMoves;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The files of one library's cache: read, written and set aside so that no reader ever sees half a
 * file.
 *
 * <pre>
 * sessions/                     full session files, verified, each with a .verified.json
 * meta_cache/meta_indexes/      meta indexes read so far
 * meta_cache/thumbnails/
 * meta_cache/overall_meta.json  the catalog as last read
 * cache_info.json               what belongs to it: ETag, checksum, last refresh
 * cache_rules.json              which session files stay, and how large they may get
 * store.json                    what a probe found of a store other than AWS
 * cache_lock                    locked by writers
 * </pre>
 */
public final class CacheFiles {
  private static final System.Logger LOG = System.getLogger(CacheFiles.class.getName());
  private static final String PART = "part-";
  private static final String PART_SUFFIX = ".tmp";
  private static final Duration ABANDONED = Duration.ofDays(1);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path root;
  private final InstantSource clock;
  private final CacheLock lock;
  private final List<String> problems = new CopyOnWriteArrayList<>();

  public CacheFiles(Path root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
    this.lock = new CacheLock(root.resolve("cache_lock"), CacheLock.PATIENCE);
  }

  public Path root() {
    return root;
  }

  public Path sessions() {
    return root.resolve("sessions");
  }

  Path metaIndexes() {
    return root.resolve("meta_cache").resolve("meta_indexes");
  }

  Path thumbnails() {
    return root.resolve("meta_cache").resolve("thumbnails");
  }

  public Path catalog() {
    return root.resolve("meta_cache").resolve("overall_meta.json");
  }

  public Path info() {
    return root.resolve("cache_info.json");
  }

  Path rules() {
    return root.resolve("cache_rules.json");
  }

  Path store() {
    return root.resolve("store.json");
  }

  /** Does something as the only writer of this cache. */
  public void locked(CacheLock.Section section) throws IOException {
    lock.run(section);
  }

  /** A whole file; empty if there is none, or if it cannot be read, which is reported. */
  public Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException _) {
      return Optional.empty(); // not cached yet: the usual case
    } catch (IOException e) {
      if (Files.isDirectory(file)) {
        setAside(file, "it is a folder");
      } else {
        report(file.getFileName() + " cannot be read: " + Failure.describe(e));
      }
      return Optional.empty();
    }
  }

  /** Writes a whole file: readers see the old bytes or the new ones, also after a power cut. */
  public void write(Path file, byte[] bytes) throws IOException {
    Path temp = temp(Objects.requireNonNull(file.getParent(), "a cache file is in a folder"));
    try {
      try (FileChannel channel = FileChannel.open(temp, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      install(temp, file);
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  /** As {@link #write}; a failure is reported and otherwise without effect. */
  void tryWrite(Path file, byte[] bytes) {
    try {
      write(file, bytes);
    } catch (IOException e) {
      report(file.getFileName() + " could not be written: " + Failure.describe(e));
    }
  }

  /** A fresh empty file beside those it may become. */
  public Path temp(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.createTempFile(folder, PART, PART_SUFFIX);
  }

  /** What a killed process left unfinished, and what one that runs is writing. */
  public List<Path> unfinished() {
    return Stream.of(root, sessions(), root.resolve("meta_cache"), metaIndexes(), thumbnails())
        .flatMap(folder -> list(folder, PART_SUFFIX).stream())
        .filter(file -> file.getFileName().toString().startsWith(PART))
        .toList();
  }

  /** Removes what was left unfinished more than a day ago: no download takes that long. */
  public void removeAbandoned() {
    Instant old = clock.instant().minus(ABANDONED);
    for (Path file : unfinished()) {
      if (Instant.ofEpochMilli(file.toFile().lastModified()).isBefore(old)) {
        discard(file);
      }
    }
  }

  /** Gives a finished temp file its name. */
  void install(Path temp, Path file) throws IOException {
    if (Files.isDirectory(file)) {
      setAside(file, "it is a folder");
    }
    FileMoves.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Renames a damaged file so that it is fetched again, and reports it. */
  public void setAside(Path file, String why) {
    String name = file.getFileName() + ".damaged-" + STAMP.format(clock.instant());
    try {
      FileMoves.move(file, file.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
      report(file.getFileName() + " was damaged (" + why + ") and set aside as " + name);
    } catch (NoSuchFileException _) {
      report(file.getFileName() + " was damaged (" + why + "); another process set it aside");
    } catch (IOException e) {
      report(
          file.getFileName()
              + " is damaged ("
              + why
              + ") and cannot be set aside: "
              + Failure.describe(e));
    }
  }

  /** Notes by its time that a file was used now; a failure is reported and otherwise no matter. */
  void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    } catch (NoSuchFileException _) {
      LOG.log(System.Logger.Level.DEBUG, "removed meanwhile");
    } catch (IOException e) {
      report(file.getFileName() + " could not be marked as used: " + Failure.describe(e));
    }
  }

  /** Removes a file that is no longer needed. */
  void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      report(file.getFileName() + " could not be removed: " + Failure.describe(e));
    }
  }

  /** Keeps a problem for {@link #problems()}. */
  public void report(String problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** What was reported since the start, oldest first. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The files of a folder whose names end so; none if there is no such folder. */
  List<Path> list(Path folder, String suffix) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (entry.getFileName().toString().endsWith(suffix)) {
          files.add(entry);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException _) {
      return List.of(); // nothing cached yet
    } catch (IOException e) {
      report(folder.getFileName() + " cannot be listed: " + Failure.describe(e));
    }
    return files;
  }

  /** Size of files together; those that vanished count 0. */
  public static long sizeOf(List<Path> files) {
    return files.stream().map(Path::toFile).mapToLong(java.io.File::length).sum();
  }
}
