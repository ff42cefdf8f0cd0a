package io.fastshot.client.data.cache;

import io.fastshot.client.data.bytes.SafeFileName;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.model.IndexRow;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Session files on this machine. A file counts only together with its {@code .verified.json}, which
 * says which session object it is, and the size and time of the file that was verified: one that
 * was changed since does not count.
 */
public final class SessionCache {
  private static final String SUFFIX = ".fastshot";
  private static final String RECORD_SUFFIX = ".verified.json";
  private static final JsonMapper JSON = new JsonMapper();

  private final CacheFiles files;

  public SessionCache(CacheFiles files) {
    this.files = files;
  }

  /**
   * A verified file.
   *
   * @param verifiedBy as {@code DownloadOutcome.Saved.verifiedBy}
   */
  public record Verified(Path file, String verifiedBy) {}

  /** Where the file of a row is or would be; of each version of a session's bytes its own. */
  public Path file(IndexRow row) {
    return files.sessions().resolve(stem(row) + SUFFIX);
  }

  /** Where what came of a row's file so far is kept until all of it is here. */
  public Path part(IndexRow row) {
    return files.sessions().resolve(stem(row) + CacheFiles.RESUMABLE);
  }

  /** The verified file of a row. */
  public Optional<Verified> verified(IndexRow row) {
    Path file = file(row);
    Optional<byte[]> json = files.read(record(row));
    if (json.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(json.get());
      boolean same =
          Files.isRegularFile(file)
              && root.path("version").asString("").equals(version(row))
              && root.path("size_bytes").asLong(-1) == Files.size(file)
              && root.path("modified_ms").asLong(-1) == modified(file);
      return same
          ? Optional.of(new Verified(file, root.path("verified_by").asString("size")))
          : Optional.empty();
    } catch (JacksonException e) {
      files.setAside(record(row), "not the JSON that was written");
      return Optional.empty();
    } catch (IOException e) {
      files.report(file.getFileName() + " cannot be read: " + Failure.describe(e));
      return Optional.empty();
    }
  }

  /** Takes a finished and verified temp file into the cache. */
  public void install(IndexRow row, Path temp, String verifiedBy) throws IOException {
    files.locked(() -> {
      files.install(temp, file(row));
      writeRecord(row, verifiedBy);
    });
  }

  /** Notes that the file that is there was verified now. */
  public void confirm(IndexRow row, String verifiedBy) throws IOException {
    files.locked(() -> writeRecord(row, verifiedBy));
  }

  private void writeRecord(IndexRow row, String verifiedBy) throws IOException {
    Path file = file(row);
    var root = JSON.createObjectNode();
    root.put("filename", row.id().filename());
    root.put("version", version(row));
    root.put("verified_by", verifiedBy);
    root.put("size_bytes", Files.size(file));
    root.put("modified_ms", modified(file));
    files.write(record(row), JSON.writeValueAsBytes(root));
  }

  /** Notes that a row's file was used now: files that were not for long go first. */
  public void used(IndexRow row) {
    files.touch(record(row));
  }

  /**
   * A session file and its record.
   *
   * @param filename of the session; empty if the record cannot be read
   * @param version which of the objects of that name it is; empty likewise
   * @param used when it was used last
   */
  record Kept(Path file, Path record, String filename, String version, long bytes, Instant used) {

    /** Whether it is the file of a row, byte for byte: then it can be fetched again. */
    boolean isOf(@Nullable IndexRow row) {
      return row != null && version.equals(SessionCache.version(row));
    }
  }

  /** All that are here. */
  List<Kept> kept() {
    List<Kept> kept = new ArrayList<>();
    for (Path file : all()) {
      String name = file.getFileName().toString();
      Path record =
          file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + RECORD_SUFFIX);
      File newest = Files.exists(record) ? record.toFile() : file.toFile();
      JsonNode said = read(record);
      kept.add(
          new Kept(
              file,
              record,
              said.path("filename").asString(""),
              said.path("version").asString(""),
              file.toFile().length(),
              Instant.ofEpochMilli(newest.lastModified())));
    }
    return kept;
  }

  /** Nothing if there is no record, or it is damaged, which is reported. */
  private JsonNode read(Path record) {
    Optional<byte[]> json = files.read(record);
    try {
      return json.isEmpty() ? MissingNode.getInstance() : JSON.readTree(json.get());
    } catch (JacksonException e) {
      files.setAside(record, "not the JSON that was written");
      return MissingNode.getInstance();
    }
  }

  public List<Path> all() {
    return files.list(files.sessions(), SUFFIX);
  }

  private static long modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toMillis();
  }

  private Path record(IndexRow row) {
    return files.sessions().resolve(stem(row) + RECORD_SUFFIX);
  }

  private static String stem(IndexRow row) {
    return SafeFileName.of(row.id().base()) + "-" + SafeFileName.hash(version(row));
  }

  /** What tells one session object of a name from another. */
  private static String version(IndexRow row) {
    @Nullable String src = row.meta().src();
    return src != null ? src : String.valueOf(row.meta().checksum());
  }
}
