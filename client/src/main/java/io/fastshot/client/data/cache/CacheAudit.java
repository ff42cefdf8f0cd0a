package io.fastshot.client.data.cache;

import io.fastshot.client.data.bytes.Digests;
import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.bytes.Transfer;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.container.png.Png;
import io.fastshot.json.DocumentException;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.IndexRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks through the files of a cache; changes none of them. */
public final class CacheAudit {
  private final CacheFiles files;
  private final SessionCache sessions;
  private final List<CacheProblem> problems = new ArrayList<>();

  public CacheAudit(CacheFiles files, SessionCache sessions) {
    this.files = files;
    this.sessions = sessions;
  }

  /** See {@link LocalCache#audit}. */
  public List<CacheProblem> run(List<IndexRow> rows, Progress progress) throws IOException {
    catalog();
    info();
    files.list(files.metaIndexes(), ".meta.json").forEach(this::metaIndex);
    files.list(files.thumbnails(), ".png").forEach(this::thumbnail);
    downloads(rows, progress);
    return List.copyOf(problems);
  }

  private void catalog() {
    Optional<byte[]> bytes = bytes(files.catalog());
    if (bytes.isPresent()
        && OverallIndexJson.read(bytes.get())
            instanceof OverallIndexJson.Reading.Garbage(String reason)) {
      damaged(files.catalog(), reason);
    }
  }

  private void info() {
    bytes(files.info())
        .ifPresent(json -> {
          try {
            CacheInfo.fromJson(json);
          } catch (IllegalArgumentException e) {
            damaged(files.info(), String.valueOf(e.getMessage()));
          }
        });
  }

  private void metaIndex(Path file) {
    bytes(file)
        .ifPresent(json -> {
          try {
            MetaIndexJson.read(json);
          } catch (DocumentException e) {
            damaged(file, String.valueOf(e.getMessage()));
          }
        });
  }

  private void thumbnail(Path file) {
    bytes(file).filter(png -> !Png.isIntact(png)).ifPresent(_ -> damaged(file, "not a whole PNG"));
  }

  private void downloads(List<IndexRow> rows, Progress progress) throws IOException {
    List<Path> all = sessions.all();
    Map<Path, IndexRow> current = new HashMap<>();
    if (!all.isEmpty()) {
      rows.forEach(row -> current.put(sessions.file(row), row));
    }
    long total = CacheFiles.sizeOf(all);
    long done = 0;
    for (Path file : all) {
      Transfer.stopIfCancelled(progress);
      IndexRow row = current.get(file);
      long size = file.toFile().length();
      if (row == null) {
        problems.add(
            new CacheProblem(
                file, false, "no session of the index has this file; kept, as it does no harm"));
      } else {
        download(file, row, progress);
      }
      done += size;
      progress.transferred(done, total);
    }
  }

  private void download(Path file, IndexRow row, Progress progress) throws IOException {
    if (!Files.isRegularFile(file)) {
      damaged(file, "not a file");
      return;
    }
    Digests digests;
    try {
      digests = Digests.of(file, progress);
    } catch (Transfer.CancelledException e) {
      throw e;
    } catch (IOException e) {
      damaged(file, Failure.describe(e));
      return;
    }
    if (digests.verify(row.meta().fileSizeBytes(), row.meta().checksum()) == null) {
      damaged(
          file,
          "%s: it has %d bytes and SHA-256 %s, the index says %d bytes and %s"
              .formatted(
                  row.id(),
                  digests.sizeBytes(),
                  digests.sha256(),
                  row.meta().fileSizeBytes(),
                  row.meta().checksum()));
    }
  }

  /** A whole file; empty if there is none. One that cannot be read is a problem. */
  private Optional<byte[]> bytes(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      damaged(file, Failure.describe(e));
      return Optional.empty();
    }
  }

  private void damaged(Path file, String reason) {
    problems.add(new CacheProblem(file, true, reason));
  }
}
