package io.fastshot.client.data.trash;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.connection.Retry;
import io.fastshot.model.IndexRow;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.ObjectKey;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.DeleteOutcome.Conflict;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves sessions to {@code trash/} and back.
 *
 * <p>A move is: look at the source, copy it where nothing is, remove the source if it is still the
 * same. Whatever ends it in between, the session is in at least one of the two places, and doing
 * the same again completes it; so a lost answer is met by simply starting over.
 */
public final class Deletions {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A name and an end that is taken off: of most, {@code @} and when it was deleted. */
  private static final Pattern STAMPED = Pattern.compile("(.+)@\\d{14}", Pattern.DOTALL);

  /** Closes a name that itself ends as if it were stamped; never the time of a deletion. */
  private static final String NO_STAMP = "@00000000000000";

  private final ObjectStore store;
  private final KeyLayout layout;
  private final InstantSource clock;
  private final Retry retry;

  public Deletions(ObjectStore store, KeyLayout layout, InstantSource clock, Retry retry) {
    this.store = store;
    this.layout = layout;
    this.clock = clock;
    this.retry = retry;
  }

  /** See {@code Library.delete}. 4 requests. */
  public DeleteOutcome delete(IndexRow row) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try {
      return retry.run(attempt -> tryDelete(row.meta(), now));
    } catch (StoreException e) {
      return new DeleteOutcome.Failed(Failure.of(e));
    }
  }

  private DeleteOutcome tryDelete(SessionMeta meta, Instant now) {
    SessionId id = meta.id();
    List<String> places = List.of(layout.trash(first(id)), layout.trash(stamped(id, now)));
    Optional<ObjectInfo> found = store.head(layout.session(id));
    if (found.isEmpty()) {
      return alreadyInTrash(meta, places, now);
    }
    ObjectInfo session = found.get();
    if (meta.src() != null && !isObject(meta, session)) {
      return new DeleteOutcome.ChangedMeanwhile(
          id, id + " was replaced since the list was read; refresh and look at it first");
    }
    String kept = keep(session, places);
    if (store.delete(session.key(), Precondition.matches(session.etag())) instanceof Conflict) {
      return new DeleteOutcome.ChangedMeanwhile(
          id, id + " was replaced while it was deleted; refresh and look at it first");
    }
    return new DeleteOutcome.Deleted(new TrashEntry(id, kept, session.sizeBytes(), now));
  }

  /**
   * The name under which a session is kept. One that ends as if it were stamped gets an end of its
   * own: exactly one is taken off when it comes back.
   */
  private static SessionId first(SessionId id) {
    return STAMPED.matcher(id.base()).matches() ? new SessionId(id.base() + NO_STAMP) : id;
  }

  private static SessionId stamped(SessionId id, Instant now) {
    return new SessionId(id.base() + "@" + STAMP.format(now));
  }

  private DeleteOutcome alreadyInTrash(SessionMeta meta, List<String> places, Instant now) {
    for (String place : places) {
      Optional<ObjectInfo> kept = store.head(place).filter(info -> isObject(meta, info));
      if (kept.isPresent()) {
        return new DeleteOutcome.Deleted(
            new TrashEntry(meta.id(), place, kept.get().sizeBytes(), now));
      }
    }
    return new DeleteOutcome.AlreadyGone(meta.id());
  }

  /** Copies a session to the first of the places that is free or has it already. */
  private String keep(ObjectInfo session, List<String> places) {
    for (String place : places) {
      PutOutcome copied = store.copy(session.key(), session.etag(), place, Precondition.absent());
      if (copied instanceof PutOutcome.Installed) {
        return place;
      }
      Optional<ObjectInfo> there = store.head(place);
      if (there.isEmpty()) {
        throw new StoreException.Unavailable(session.key() + " changed while it was copied", null);
      }
      if (isSame(there.get(), session)) {
        return place;
      }
    }
    throw new StoreException.Unavailable("trash/ has other sessions of that name", null);
  }

  private static boolean isObject(SessionMeta meta, ObjectInfo info) {
    return info.etag().value().equals(meta.src())
        || (meta.checksum() != null
            && meta.fileSizeBytes() == info.sizeBytes()
            && meta.checksum().equals(info.checksum()));
  }

  private static boolean isSame(ObjectInfo a, ObjectInfo b) {
    return a.sizeBytes() == b.sizeBytes()
        && (a.etag().equals(b.etag())
            || (a.checksum() != null && a.checksum().equals(b.checksum())));
  }

  /** See {@code Library.undoDelete}. 3 requests. */
  public UndoOutcome undo(TrashEntry entry) {
    try {
      return retry.run(attempt -> tryUndo(entry));
    } catch (StoreException e) {
      return new UndoOutcome.Failed(Failure.of(e));
    }
  }

  private UndoOutcome tryUndo(TrashEntry entry) {
    SessionId id = entry.id();
    String target = layout.session(id);
    Optional<ObjectInfo> found = store.head(entry.trashKey());
    if (found.isEmpty()) {
      return store.head(target).filter(info -> info.sizeBytes() == entry.sizeBytes()).isPresent()
          ? new UndoOutcome.Restored(id)
          : new UndoOutcome.Expired(id, id + " is no longer in Recently deleted");
    }
    ObjectInfo kept = found.get();
    PutOutcome copied = store.copy(kept.key(), kept.etag(), target, Precondition.absent());
    if (copied instanceof PutOutcome.Conflict) {
      Optional<ObjectInfo> there = store.head(target);
      if (there.isEmpty()) {
        throw new StoreException.Unavailable(kept.key() + " changed while it was copied", null);
      }
      if (!isSame(there.get(), kept)) {
        return new UndoOutcome.NameTaken(
            id,
            "Another session is named "
                + id
                + " now; delete it first. The deleted one is kept in Recently deleted");
      }
    }
    // A conflict means that someone else restored it or deleted anew: it is theirs then.
    store.delete(kept.key(), Precondition.matches(kept.etag()));
    return new UndoOutcome.Restored(id);
  }

  /** See {@code Library.purge}. 2 requests. */
  public PurgeOutcome purge(TrashEntry entry) {
    try {
      return retry.run(attempt -> tryPurge(entry));
    } catch (StoreException e) {
      return new PurgeOutcome.Failed(Failure.of(e));
    }
  }

  /** Only what was listed: the same name may hold another session by now. */
  private PurgeOutcome tryPurge(TrashEntry entry) {
    SessionId id = entry.id();
    Optional<ObjectInfo> found = store.head(entry.trashKey());
    if (found.isEmpty()) {
      return new PurgeOutcome.AlreadyGone(id);
    }
    boolean listed =
        found.get().sizeBytes() == entry.sizeBytes()
            && !(store.delete(entry.trashKey(), Precondition.matches(found.get().etag()))
                instanceof Conflict);
    return listed
        ? new PurgeOutcome.Purged(id)
        : new PurgeOutcome.Changed(
            id, id + " was deleted anew meanwhile: look at Recently deleted again");
  }

  /** See {@code Library.trash}. */
  public TrashListing list() {
    try {
      List<TrashEntry> entries = new ArrayList<>();
      for (ListPage.Entry object : ObjectStores.listAll(store, layout.trash())) {
        if (layout.parse(object.key()) instanceof ObjectKey.Trash(SessionId id)) {
          Matcher stamped = STAMPED.matcher(id.base());
          SessionId session = stamped.matches() ? new SessionId(stamped.group(1)) : id;
          entries.add(
              new TrashEntry(session, object.key(), object.sizeBytes(), object.lastModified()));
        }
      }
      entries.sort(Comparator.comparing(TrashEntry::deletedAt).reversed());
      return new TrashListing.Listed(entries);
    } catch (StoreException e) {
      return new TrashListing.Failed(Failure.of(e));
    }
  }
}
