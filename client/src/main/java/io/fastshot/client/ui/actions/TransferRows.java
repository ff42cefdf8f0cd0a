package io.fastshot.client.ui.actions;

import io.fastshot.client.data.queue.TransferStatus;
import io.fastshot.client.data.queue.TransferStatus.Direction;
import io.fastshot.client.data.queue.Transfers;
import io.fastshot.client.ui.catalog.Activity;
import io.fastshot.client.ui.catalog.CatalogListener;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Shows in the list of sessions what the queue does with them, also what was left by an earlier
 * run; and wakes the queue when the library answers again.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class TransferRows implements TransferFeed.Listener, CatalogListener {
  private final TransferFeed feed;
  private final CatalogModel catalog;
  private final Map<SessionId, Integer> shown = new HashMap<>();
  private boolean reached;

  /** Follows a queue. */
  public TransferRows(TransferFeed feed, CatalogModel catalog) {
    this.feed = feed;
    this.catalog = catalog;
    feed.listen(this);
    catalog.listen(this);
  }

  @Override
  public void statusChanged() {
    boolean now = catalog.connection().reason().isEmpty();
    if (now && !reached) {
      feed.change(Transfers::connected);
    }
    reached = now;
  }

  @Override
  public void changed() {
    Set<SessionId> moving = new HashSet<>();
    for (TransferStatus status : feed.list()) {
      if (!status.state().isAtRest() && moving.add(status.session())) {
        show(status);
      }
    }
    for (SessionId id : Set.copyOf(shown.keySet())) {
      if (!moving.contains(id)) {
        shown.remove(id);
        if (catalog.activity(id).filter(Activity::isTransfer).isPresent()) {
          catalog.idle(id);
        }
      }
    }
  }

  private void show(TransferStatus status) {
    SessionId id = status.session();
    int percent = Texts.percent(status.doneBytes(), status.totalBytes());
    Integer before = shown.put(id, percent);
    if (before != null && before == percent) {
      return;
    }
    boolean isShown = catalog.activity(id).filter(Activity::isTransfer).isPresent();
    if (status.direction() == Direction.DOWNLOAD) {
      if (!catalog.isLocal(id)) {
        catalog.active(id, new Activity.Downloading(status.doneBytes(), status.totalBytes()));
      }
    } else if (isShown) {
      catalog.active(id, new Activity.Uploading(status.doneBytes(), status.totalBytes()));
    } else if (catalog.snapshot().row(id).isEmpty() && catalog.activity(id).isEmpty()) {
      // A session of this name that is listed keeps its own state: the library refuses the upload.
      SessionMeta meta =
          new SessionMeta(
              id, SessionFields.unnamed(0), status.totalBytes(), null, null, false, null);
      catalog.arriving(
          IndexRow.of(meta, 0), new Activity.Uploading(status.doneBytes(), status.totalBytes()));
    }
  }
}
