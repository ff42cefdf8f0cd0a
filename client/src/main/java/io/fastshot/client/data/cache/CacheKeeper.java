package io.fastshot.client.data.cache;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.model.IndexRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps session files within a budget, and removes parts of a cache when that is asked for. A
 * session's file goes only while the library lists it in the same version: else it may be the only
 * copy.
 *
 * <p><b>Threads:</b> safe from any thread, and beside other processes.
 */
final class CacheKeeper {
  private final CacheFiles files;
  private final SessionCache sessions;
  private final Supplier<List<IndexRow>> listed;

  /**
   * @param listed the rows of the library as known last
   */
  CacheKeeper(CacheFiles files, SessionCache sessions, Supplier<List<IndexRow>> listed) {
    this.listed = listed;
    this.files = files;
    this.sessions = sessions;
  }

  /** The rules as they are; none if there are none, or if they were damaged, which is reported. */
  CacheRules rules() {
    Optional<byte[]> json = files.read(files.rules());
    if (json.isEmpty()) {
      return CacheRules.none();
    }
    try {
      return CacheRules.fromJson(json.get());
    } catch (IllegalArgumentException e) {
      files.setAside(files.rules(), String.valueOf(e.getMessage()));
      return CacheRules.none();
    }
  }

  /**
   * Bounds the session files, and removes what is too much at once.
   *
   * @param bytes of all of them together; null for no bound
   * @return how many files were removed
   */
  int budget(@Nullable Long bytes) throws IOException {
    change(rules -> rules.withBudget(bytes));
    return keepBudget(null);
  }

  /** Never removes a session's file to stay within the budget, or does so again. */
  void keep(String filename, boolean keep) throws IOException {
    change(rules -> rules.keeping(filename, keep));
  }

  private void change(UnaryOperator<CacheRules> change) throws IOException {
    files.locked(() -> files.write(files.rules(), change.apply(rules()).toJson()));
  }

  /**
   * Removes the session files that were used least recently until all are within the budget.
   *
   * @param justCame a file that stays: somebody is about to look at it
   * @return how many files were removed
   */
  int keepBudget(@Nullable Path justCame) throws IOException {
    CacheRules rules = rules();
    Long budget = rules.budgetBytes();
    if (budget == null) {
      return 0;
    }
    int[] removed = {0};
    files.locked(() -> {
      List<SessionCache.Kept> all = new ArrayList<>(sessions.kept());
      Set<Path> again = canBeFetchedAgain(all);
      long bytes = all.stream().mapToLong(SessionCache.Kept::bytes).sum();
      all.sort(Comparator.comparing(SessionCache.Kept::used));
      for (SessionCache.Kept each : all) {
        boolean stays =
            each.file().equals(justCame)
                || rules.kept().contains(each.filename())
                || !again.contains(each.file());
        if (bytes > budget && !stays && remove(each)) {
          bytes -= each.bytes();
          removed[0]++;
        }
      }
    });
    return removed[0];
  }

  /**
   * Removes parts of the cache; session files that are kept on purpose, or not listed, stay.
   *
   * @return how many files could not be removed, another program having them open
   */
  int clear(Set<CachePart> parts) throws IOException {
    Set<String> kept = rules().kept();
    int[] left = {0};
    files.locked(() -> {
      if (parts.contains(CachePart.SESSIONS)) {
        List<SessionCache.Kept> all = sessions.kept();
        Set<Path> again = canBeFetchedAgain(all);
        for (SessionCache.Kept each : all) {
          boolean stays = kept.contains(each.filename()) || !again.contains(each.file());
          left[0] += stays || remove(each) ? 0 : 1;
        }
      }
      if (parts.contains(CachePart.THUMBNAILS)) {
        left[0] += removeAll(files.list(files.thumbnails(), ".png"));
      }
      if (parts.contains(CachePart.METADATA)) {
        // The list first: a list without what belongs to it would be taken for a damaged one.
        left[0] += removeAll(List.of(files.info(), files.catalog()));
        left[0] += removeAll(files.list(files.metaIndexes(), ".meta.json"));
      }
    });
    return left[0];
  }

  /** Those that the library lists as they are here. */
  private Set<Path> canBeFetchedAgain(List<SessionCache.Kept> all) {
    Map<String, IndexRow> rows = new HashMap<>();
    Set<String> names = all.stream().map(SessionCache.Kept::filename).collect(Collectors.toSet());
    for (IndexRow row : listed.get()) {
      if (names.contains(row.id().filename())) {
        rows.put(row.id().filename(), row);
      }
    }
    return all.stream()
        .filter(each -> each.isOf(rows.get(each.filename())))
        .map(SessionCache.Kept::file)
        .collect(Collectors.toSet());
  }

  /** The record first: a file without one is looked at again before it is used. */
  private boolean remove(SessionCache.Kept each) {
    return removeAll(List.of(each.record(), each.file())) == 0;
  }

  private int removeAll(List<Path> paths) {
    int left = 0;
    for (Path path : paths) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        files.report(path.getFileName() + " could not be removed: " + Failure.describe(e));
        left++;
      }
    }
    return left;
  }
}
