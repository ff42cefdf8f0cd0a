package io.fastshot.indexer.simulation;

import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every version of the overall index that was installed, held to the invariants at that moment.
 *
 * <p>I1: what a version says of the keys it touches is what its writer was told of them, and nobody
 * touched the key in between; all other rows are those of its base. I3: no ETag occurs twice, and
 * revs rise. I2 is asked when a message is acknowledged. I5: hearsay is never a row.
 */
final class History {
  private final World world;
  private final Map<SessionId, Long> touched = new HashMap<>();
  private final Map<SessionId, Long> observed = new HashMap<>();
  private final DerivedWrites derived;
  private final Set<String> etags = new HashSet<>();
  private final Set<String> nonces = new HashSet<>();
  private final Set<String> cancelled = new HashSet<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Long> rebuildAsked = new HashMap<>();
  private @Nullable OverallIndex current;
  private long foreignStep = -1;
  private long highestRev;
  private int installs;

  History(World world) {
    this.world = world;
    this.derived = new DerivedWrites(world);
  }

  /** Writes of meta indexes and thumbnails. */
  DerivedWrites derived() {
    return derived;
  }

  /** Versions installed so far. */
  int installs() {
    return installs;
  }

  /** The version that is there; null if there is none, or it is not ours. */
  @Nullable OverallIndex current() {
    return current;
  }

  /** Whether somebody else ever wrote or removed the index. */
  boolean hadForeignWrites() {
    return foreignStep >= 0;
  }

  /** Somebody else wrote or removed the index. */
  void foreignWrite() {
    current = null;
    foreignStep = world.step();
  }

  /** A write of the index by an actor, to be performed now or later. */
  Supplier<PutOutcome> indexWrite(Actor actor, Content content, Precondition precondition) {
    Map<SessionId, Actor.Seen> seen = actor.allSeen();
    long baseRead = actor.readIndexAt();
    return () -> {
      PutOutcome outcome = world.bucket().put(world.layout().overallMeta(), content, precondition);
      if (outcome instanceof PutOutcome.Installed(var etag)) {
        installed(new Install(actor, seen, baseRead, parse(content)), etag.value());
      } else {
        world.tally().count(Happening.LOST_RACE);
      }
      return outcome;
    };
  }

  private record Install(
      Actor actor, Map<SessionId, Actor.Seen> seen, long baseRead, OverallIndex index) {}

  private static OverallIndex parse(Content content) {
    try (InputStream in = content.source().open()) {
      if (OverallIndexJson.read(in) instanceof OverallIndexJson.Reading.Native(var index)) {
        return index;
      }
      throw new Violation("I1", "a handler wrote an index that is not one");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void installed(Install install, String etag) {
    installs++;
    if (!etags.add(etag)) {
      throw new Violation("I3", "the ETag " + etag + " occurs twice");
    }
    OverallIndex index = install.index();
    if (!nonces.add(index.nonce())) {
      throw new Violation("I3", "the nonce " + index.nonce() + " occurs twice");
    }
    // Others put back, after the base was read, what stood there before (nothing, for instance): no
    // condition of S3 tells that from a base that never changed.
    boolean resurrected = foreignStep >= install.baseRead();
    if (index.rev() <= highestRev && !resurrected) {
      throw new Violation("rev", "rev " + index.rev() + " after rev " + highestRev);
    }
    highestRev = index.rev();
    checkNames(index);
    checkCompleteness(install, resurrected);
    Map<SessionId, @Nullable String> says = saysOfTouched(index);
    says.forEach((id, etagOfRow) -> checkTouched(install, id, etagOfRow, resurrected));
    checkUntouched(index, says.keySet());
    says.keySet().forEach(id -> touched.put(id, world.step()));
    RebuildState rebuild = index.rebuild();
    if (rebuild != null && rebuild.state() == RebuildState.State.CANCELLED) {
      cancelled.add(rebuild.id());
    }
    current = index;
  }

  /** I5: every row was observed, and a name that was shown of an object stays. */
  private void checkNames(OverallIndex index) {
    for (IndexRow row : index.rows()) {
      String src = row.meta().src();
      if (src == null) {
        throw new Violation("I5", "hearsay was installed as a row: " + row);
      }
      String name = row.meta().fields().name();
      String before = names.putIfAbsent(row.id() + " " + src, name);
      if (before != null && !before.equals(name)) {
        throw new Violation(
            "I5", "the name \"%s\" of %s is now \"%s\"".formatted(before, row, name));
      }
    }
  }

  /**
   * A version says that it covers the bucket only if every session that has not changed since its
   * rebuild was asked for has its row; as far as the listings were whole.
   */
  private void checkCompleteness(Install install, boolean resurrected) {
    OverallIndex index = install.index();
    RebuildState rebuild = index.rebuild();
    if (rebuild == null || resurrected) {
      return;
    }
    rebuildAsked.putIfAbsent(rebuild.id(), install.actor().startStep);
    boolean was = current != null && current.complete();
    boolean listed = !world.tally().troubles().contains(Trouble.TRUNCATED_LIST);
    if (was || !index.complete() || !listed) {
      return;
    }
    long asked = rebuildAsked.getOrDefault(rebuild.id(), 0L);
    Map<SessionId, @Nullable String> rows = new HashMap<>();
    index.rows().forEach(row -> rows.put(row.id(), row.meta().src()));
    world
        .outside()
        .unchangedSince(asked)
        .forEach((id, etag) -> {
          if (!etag.equals(rows.get(id))) {
            throw new Violation("complete", id + " is " + etag + ", its row says " + rows.get(id));
          }
        });
  }

  private static Map<SessionId, @Nullable String> saysOfTouched(OverallIndex index) {
    Map<SessionId, @Nullable String> says = new HashMap<>();
    for (IndexRow row : index.rows()) {
      if (row.rev() == index.rev()) {
        says.put(row.id(), String.valueOf(row.meta().src()));
      }
    }
    for (Removal removal : index.removed()) {
      if (removal.rev() == index.rev()) {
        says.put(removal.id(), null);
      }
    }
    return says;
  }

  private void checkTouched(
      Install install, SessionId id, @Nullable String etag, boolean resurrected) {
    Actor.Seen seen = install.seen().get(id);
    if (seen == null) {
      throw new Violation("I1", install.actor().name + " touched " + id + " without looking at it");
    }
    if (!Objects.equals(seen.etag(), etag)) {
      throw new Violation(
          "I1", install.actor().name + " saw " + seen + " of " + id + " and wrote " + etag);
    }
    long before = Math.max(touched.getOrDefault(id, -1L), resurrected ? -1 : foreignStep);
    if (before >= seen.step() && !resurrected) {
      throw new Violation(
          "I1",
          install.actor().name
              + (" saw " + id + " at " + seen.step() + ", it was touched at " + before)
              + ", and the older observation was installed");
    }
    observed.merge(id, seen.step(), Math::max);
    derived.installed(install.actor(), id, seen);
  }

  private void checkUntouched(OverallIndex next, Set<SessionId> touchedNow) {
    OverallIndex base = current;
    if (base == null) {
      return; // what a foreign document said may be taken over or not
    }
    if (!untouched(base, touchedNow).equals(untouched(next, touchedNow))) {
      throw new Violation("I1", "a version changed rows that it did not touch");
    }
    if (next.rev() != base.rev() + 1) {
      throw new Violation("rev", "rev " + next.rev() + " was made of rev " + base.rev());
    }
  }

  private static Map<SessionId, IndexRow> untouched(OverallIndex index, Set<SessionId> without) {
    Map<SessionId, IndexRow> rows = new HashMap<>();
    for (IndexRow row : index.rows()) {
      if (!without.contains(row.id()) && rows.put(row.id(), row) != null) {
        throw new Violation("I1", "two rows of " + row.id());
      }
    }
    return rows;
  }

  /** I2: every session of the message was observed, after it was received, by a version. */
  void acknowledged(SimulatedQueue.Message message, Actor by) {
    if (message.rebuild != null && cancelled.contains(message.rebuild)) {
      return; // parts of a cancelled rebuild are dropped
    }
    for (SessionId id : message.keys) {
      if (observed.getOrDefault(id, -1L) < by.startStep) {
        throw new Violation(
            "I2", by.name + " acknowledged " + message.name + ", but no version saw " + id);
      }
    }
  }
}
