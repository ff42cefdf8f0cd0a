package io.fastshot.client.ui.cloud;

import io.fastshot.client.data.Library;
import io.fastshot.client.ui.catalog.CatalogListener;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out which sessions' files are on this machine, in the background, whenever the list
 * changed.
 */
final class LocalFiles implements CatalogListener {
  private final Library library;
  private final CatalogModel catalog;
  private final Tasks tasks;
  private List<IndexRow> looked = List.of();
  private boolean looking;
  private boolean again;

  LocalFiles(Library library, CatalogModel catalog, Tasks tasks) {
    this.library = library;
    this.catalog = catalog;
    this.tasks = tasks;
    catalog.listen(this);
  }

  /** Looks at all of them, whatever was seen before. */
  void lookAgain() {
    looked = List.of();
    again = looking;
    statusChanged();
  }

  @Override
  public void statusChanged() {
    List<IndexRow> rows = catalog.snapshot().rows();
    if (looking || rows.equals(looked)) {
      return;
    }
    looking = true;
    Set<SessionId> before = catalog.local();
    tasks.run(() -> find(rows), found -> found(rows, before, found), this::failed);
  }

  private Set<SessionId> find(List<IndexRow> rows) {
    Set<SessionId> local = new HashSet<>();
    for (IndexRow row : rows) {
      if (library.localCopy(row).isPresent()) {
        local.add(row.id());
      }
    }
    return local;
  }

  private void found(List<IndexRow> rows, Set<SessionId> before, Set<SessionId> local) {
    looking = false;
    looked = again ? List.of() : rows;
    again = false;
    Set<SessionId> came = new HashSet<>(catalog.local());
    came.removeAll(before); // was downloaded while we looked
    local.addAll(came);
    local.retainAll(ids(catalog.snapshot().rows()));
    catalog.localAre(local);
    statusChanged();
  }

  private void failed(Exception failure) {
    looking = false;
    System.getLogger(LocalFiles.class.getName())
        .log(System.Logger.Level.WARNING, () -> "local files: " + Texts.reason(failure));
  }

  private static Set<SessionId> ids(List<IndexRow> rows) {
    Set<SessionId> ids = HashSet.newHashSet(rows.size());
    rows.forEach(row -> ids.add(row.id()));
    return ids;
  }
}
