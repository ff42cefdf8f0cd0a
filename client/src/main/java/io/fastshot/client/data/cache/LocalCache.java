package io.fastshot.client.data.cache;

import io.fastshot.client.data.bytes.Progress;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.model.IndexRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cache of a library on this machine, for who looks after it: what it holds, whether that is
 * sound, and how much of it stays. Makes no request, and never removes a session's file that the
 * library does not list: it may be the only copy.
 *
 * <p><b>Threads:</b> safe from any thread, and beside other processes.
 */
public final class LocalCache {
  private final CacheFiles files;
  private final SessionCache sessions;
  private final ThumbnailCache thumbnails;
  private final MetaIndexCache metaIndexes;
  private final CacheKeeper keeper;

  /**
   * Reads nothing yet.
   *
   * @param listed the rows of the library as known last: only their files are ever removed
   */
  public LocalCache(
      CacheFiles files,
      SessionCache sessions,
      ThumbnailCache thumbnails,
      MetaIndexCache metaIndexes,
      Supplier<List<IndexRow>> listed) {
    this.files = files;
    this.sessions = sessions;
    this.thumbnails = thumbnails;
    this.metaIndexes = metaIndexes;
    this.keeper = new CacheKeeper(files, sessions, listed);
  }

  /** What it holds; looks through its folders. */
  public CacheReport report() {
    List<Path> pictures = thumbnails.all();
    List<Path> copies = sessions.all();
    return new CacheReport(
        files.root().toString(),
        CacheFiles.sizeOf(List.of(files.catalog())),
        metaIndexes.all().size(),
        pictures.size(),
        CacheFiles.sizeOf(pictures),
        copies.size(),
        CacheFiles.sizeOf(copies),
        files.unfinished().size(),
        files.problems());
  }

  /**
   * Looks for damage; reads every download and hashes it.
   *
   * @param rows those of the index
   * @param progress of the bytes of downloads
   * @throws IOException if the person gave up
   */
  public List<CacheProblem> audit(List<IndexRow> rows, Progress progress) throws IOException {
    return new CacheAudit(files, sessions).run(rows, progress);
  }

  /** Sets a damaged file aside, beside its place, so that it is fetched again when needed. */
  public void setAside(CacheProblem problem) {
    files.setAside(problem.file(), problem.reason());
  }

  /** Which session files stay; the usual rules if those that were written are damaged. */
  public CacheRules rules() {
    return keeper.rules();
  }

  /**
   * Bounds the session files together, and removes what is too much at once, the least recently
   * used first.
   *
   * @param bytes null for no bound
   * @return how many files were removed
   */
  public int budget(@Nullable Long bytes) throws IOException {
    return keeper.budget(bytes);
  }

  /** Never removes a session's file to stay within the budget, or does so again. */
  public void keep(IndexRow row, boolean keep) throws IOException {
    keeper.keep(row.id().filename(), keep);
  }

  /**
   * Removes parts of the cache; session files that are kept, or not listed any more, stay.
   *
   * @return how many files could not be removed, another program having them open
   */
  public int clear(Set<CachePart> parts) throws IOException {
    return keeper.clear(parts);
  }

  /** Notes that a row's file was used now, and keeps the others within the budget. */
  public void used(IndexRow row) {
    sessions.used(row);
    try {
      keeper.keepBudget(sessions.file(row));
    } catch (IOException e) {
      files.report("the cache could not be kept within its budget: " + Failure.describe(e));
    }
  }
}
