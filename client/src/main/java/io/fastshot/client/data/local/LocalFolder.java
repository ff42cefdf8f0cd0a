package io.fastshot.client.data.local;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.read.AllegedHeader;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A folder of session files. A file is read again only when its size or time has changed.
 *
 * <p><b>Threads:</b> one at a time.
 */
public final class LocalFolder {
  /** More files than a list of one folder is good for; each costs a few reads. */
  static final int MAX_FILES = 20_000;

  /** What the original app writes over while its windows are open. */
  private static final String TEMPORARY = "temp_cache.fastshot";

  private final Path folder;
  private final AllegedHeaderReader reader;
  private Map<Path, LocalSession> known = Map.of();

  /**
   * Reads nothing yet.
   *
   * @param folder need not be there
   * @param legacyKey of the original's cloud files; none if none is known
   */
  public LocalFolder(Path folder, XorMask legacyKey) {
    this.folder = folder;
    this.reader = new AllegedHeaderReader(legacyKey);
  }

  /** The folder. */
  public Path path() {
    return folder;
  }

  /**
   * Its session files as they are now; none if there is no such folder. Blocks: a look at each
   * file, and a few reads of each new one.
   */
  public LocalListing list() {
    Map<Path, LocalSession> found = new HashMap<>();
    String problem = null;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SessionId.SUFFIX)) {
      for (Path file : files) {
        if (found.size() == MAX_FILES) {
          problem =
              "%s has more than %,d sessions; the rest is not shown".formatted(folder, MAX_FILES);
          break;
        }
        session(file).ifPresent(session -> found.put(file, session));
      }
    } catch (NoSuchFileException _) {
      problem = null; // it may come later
    } catch (DirectoryIteratorException e) {
      problem =
          folder
              + " cannot be read: "
              + Failure.describe(Objects.requireNonNull(e.getCause(), "an IOException"));
    } catch (IOException e) {
      problem = folder + " cannot be read: " + Failure.describe(e);
    }
    known = found;
    return new LocalListing(ordered(found), problem);
  }

  /** The picture in a session's file, a PNG that nobody has looked at; empty if it has none. */
  public Optional<byte[]> thumbnail(IndexRow row) throws IOException {
    return reader.read(ByteSource.of(file(row)))
            instanceof HeaderReading.Readable(AllegedHeader header)
        ? Optional.ofNullable(header.thumbnailPng())
        : Optional.empty();
  }

  /** The whole of what a row has only the start of. */
  public SessionMeta details(IndexRow row) throws IOException {
    Path file = file(row);
    return describe(file, Files.readAttributes(file, BasicFileAttributes.class));
  }

  /** Where a session's file is. */
  public Path file(IndexRow row) {
    return folder.resolve(row.id().filename());
  }

  private static List<LocalSession> ordered(Map<Path, LocalSession> found) {
    List<LocalSession> sessions = new ArrayList<>(found.values());
    sessions.sort(
        Comparator.comparing((LocalSession session) -> session.row().created())
            .reversed()
            .thenComparing(session -> session.row().id()));
    return sessions;
  }

  private Optional<LocalSession> session(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (!SessionId.isSessionFilename(name)) {
      return Optional.empty();
    }
    BasicFileAttributes now;
    try {
      now = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException _) {
      return Optional.empty(); // gone since it was named, or a link to nothing
    }
    if (!now.isRegularFile()) {
      return Optional.empty();
    }
    LocalSession before = known.get(file);
    if (before != null && version(now).equals(before.row().meta().src())) {
      return Optional.of(before);
    }
    IndexRow row = IndexRow.of(describe(file, now), 1);
    return Optional.of(new LocalSession(file, row, name.equals(TEMPORARY)));
  }

  private SessionMeta describe(Path file, BasicFileAttributes now) {
    SessionId id = SessionId.ofFilename(file.getFileName().toString());
    try {
      return switch (reader.read(ByteSource.of(file))) {
        case HeaderReading.Readable(AllegedHeader header) ->
            new SessionMeta(
                id,
                dated(header),
                now.size(),
                null,
                version(now),
                header.thumbnailPng() != null,
                null);
        case HeaderReading.Unreadable(String reason) -> unreadable(id, now, reason);
      };
    } catch (IOException e) {
      return unreadable(id, now, "it cannot be read: " + Failure.describe(e));
    }
  }

  private static SessionMeta unreadable(SessionId id, BasicFileAttributes now, String reason) {
    return new SessionMeta(
        id, SessionFields.unnamed(0), now.size(), null, version(now), false, reason);
  }

  /** The original's bare files have no date of their own but that of saving. */
  private static SessionFields dated(AllegedHeader header) {
    SessionFields said = header.fields();
    return said.createdAt() != null
        ? said
        : new SessionFields(
            said.name(),
            said.desc(),
            said.tags(),
            said.color(),
            said.sessionClass(),
            said.imageCount(),
            header.sessionTimestamp());
  }

  private static String version(BasicFileAttributes now) {
    return now.size() + "@" + now.lastModifiedTime().toMillis();
  }
}
