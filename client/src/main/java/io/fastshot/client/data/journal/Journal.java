package io.fastshot.client.data.journal;

import io.fastshot.client.data.cache.CacheFiles;
import io.fastshot.client.data.connection.Failure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;

/**
 * The transfers of one library on disk: a file each, replaced whole. A file that is not what was
 * written is set aside and reported; the others are not touched by it.
 *
 * <p><b>Threads:</b> safe from any number of threads and processes; the last write of an entry
 * holds.
 */
public final class Journal {
  /** Orders that follow each other leave room: an entry can be put between. */
  public static final long STEP = 1L << 20;

  private static final String SUFFIX = ".transfer.json";
  private static final int ID_BYTES = 8;

  /** An entry has some 600 bytes and the texts of one failure. */
  private static final int MAX_FILE_BYTES = 256 << 10;

  /** More than anybody waits for. */
  private static final int MAX_ENTRIES = 20_000;

  private final CacheFiles files;
  private final RandomGenerator random;

  /**
   * @param files of the library's cache; its folder {@code transfers} is this journal
   * @param random makes ids
   */
  public Journal(CacheFiles files, RandomGenerator random) {
    this.files = files;
    this.random = random;
  }

  /** A fresh id. */
  public String newId() {
    byte[] bytes = new byte[ID_BYTES];
    synchronized (random) {
      random.nextBytes(bytes);
    }
    return HexFormat.of().formatHex(bytes);
  }

  /** The folder. */
  public Path folder() {
    return files.transfers();
  }

  private Path file(String id) {
    return folder().resolve(id + SUFFIX);
  }

  /** Writes an entry: after it returns, a crash or a loss of power does not lose it. */
  public void write(Entry entry) throws IOException {
    byte[] json = EntryJson.write(entry);
    if (json.length > MAX_FILE_BYTES) {
      throw new IOException("what is to be noted of " + entry.subject().session() + " is too long");
    }
    files.write(file(entry.id()), json);
  }

  /** Removes an entry; one that is gone is no error. */
  public void remove(String id) throws IOException {
    Files.deleteIfExists(file(id));
  }

  /** The ids of all entries; at most 20,000, more are reported. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder(), "*" + SUFFIX)) {
      for (Path file : found) {
        if (ids.size() == MAX_ENTRIES) {
          files.report("there are more than " + MAX_ENTRIES + " transfers; the rest waits");
          break;
        }
        String name = file.getFileName().toString();
        ids.add(name.substring(0, name.length() - SUFFIX.length()));
      }
    } catch (NoSuchFileException | NotDirectoryException _) {
      return List.of(); // nothing was ever transferred
    } catch (IOException e) {
      files.report("the transfers cannot be listed: " + Failure.describe(e));
    }
    return ids;
  }

  /** One entry; empty if it is gone, or damaged, which is reported. */
  public Optional<Entry> read(String id) {
    Path file = file(id);
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        files.setAside(file, "it is too large for an entry of the journal");
        return Optional.empty();
      }
    } catch (IOException _) {
      return Optional.empty(); // it is gone
    }
    return files
        .read(file)
        .flatMap(json -> {
          try {
            return Optional.of(EntryJson.read(id, json));
          } catch (JacksonException
              | IllegalArgumentException
              | DateTimeException
              | NoSuchElementException e) {
            files.setAside(file, "it is not an entry of the journal");
            return Optional.empty();
          }
        });
  }

  /** All entries, in the order of the queue. */
  public List<Entry> all() {
    return ids().stream()
        .map(this::read)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingLong(Entry::order).thenComparing(Entry::id))
        .toList();
  }
}
