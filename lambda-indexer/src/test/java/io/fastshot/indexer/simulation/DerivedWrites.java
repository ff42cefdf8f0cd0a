package io.fastshot.indexer.simulation;

import io.fastshot.model.SessionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The writes and removals of meta indexes and thumbnails, and what each was made of. */
final class DerivedWrites {
  private final World world;
  private final Map<String, Last> last = new HashMap<>();
  private final Set<String> written = new HashSet<>();
  private final Set<String> installed = new HashSet<>();

  /**
   * The last write of an object.
   *
   * @param observation names the observation it was made of
   * @param late whether it landed after its sender had gone on
   */
  private record Last(String observation, boolean late) {}

  DerivedWrites(World world) {
    this.world = world;
  }

  /** A write by an actor, of what it saw of the session last; to be performed now or later. */
  <T> Supplier<T> write(Actor actor, String key, Supplier<T> write) {
    SessionId id = world.idOfDerived(key);
    String observation = observation(actor, id, actor.seen(id));
    return () -> {
      last.put(key, new Last(observation, world.isLanding()));
      written.add(observation + " " + key);
      return write.get();
    };
  }

  private static String observation(Actor actor, SessionId id, Actor.@Nullable Seen seen) {
    return actor.name + " " + id.base() + " " + (seen == null ? -1 : seen.step());
  }

  /**
   * What an actor saw of a session was installed. Before that it wrote the meta index and the
   * thumbnail of it, or took what it says from the meta index.
   */
  void installed(Actor actor, SessionId id, Actor.Seen seen) {
    String observation = observation(actor, id, seen);
    installed.add(observation);
    if (seen.byMetaIndex()) {
      return;
    }
    for (String key : new String[] {world.layout().metaIndex(id), world.layout().thumbnail(id)}) {
      if (!written.contains(observation + " " + key)) {
        throw new Violation(
            "I1", actor.name + " installed what it saw of " + id + " and had not written " + key);
      }
    }
  }

  /**
   * Whether the last write of an object was made by somebody who did not come to install what it
   * was made of, or landed late.
   */
  boolean isOrphaned(String key) {
    Last write = last.get(key);
    return write != null && (write.late() || !installed.contains(write.observation()));
  }
}
