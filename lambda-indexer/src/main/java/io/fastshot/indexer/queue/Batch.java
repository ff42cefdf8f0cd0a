package io.fastshot.indexer.queue;

import io.fastshot.model.OverallIndex;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The sessions that one update looks at.
 *
 * @param changed named by events
 * @param parts of rebuilds
 */
public record Batch(Set<SessionId> changed, List<RebuildPart> parts) {

  public Batch {
    changed = new LinkedHashSet<>(changed);
    parts = List.copyOf(parts);
  }

  /** All sessions of the batch. */
  public Set<SessionId> ids() {
    Set<SessionId> ids = new LinkedHashSet<>(changed);
    parts.forEach(part -> ids.addAll(part.ids()));
    return ids;
  }

  /** The sessions of each message, as far as is known: of each event one, of each part all. */
  public List<Set<SessionId>> messages() {
    List<Set<SessionId>> messages = new ArrayList<>();
    changed.forEach(id -> messages.add(Set.of(id)));
    parts.forEach(part -> messages.add(new LinkedHashSet<>(part.ids())));
    return messages;
  }

  /** The sessions that are still wanted in view of an index: without those of cancelled parts. */
  public Set<SessionId> wanted(OverallIndex index) {
    Set<SessionId> ids = new LinkedHashSet<>(changed);
    parts.stream()
        .filter(part -> !part.isCancelledIn(index))
        .forEach(part -> ids.addAll(part.ids()));
    return ids;
  }

  /** Those whose file must be read, however good their meta index looks. */
  public Set<SessionId> readAnew() {
    Set<SessionId> ids = new LinkedHashSet<>(changed);
    parts.stream()
        .filter(part -> part.mode() != RebuildState.Mode.OVERALL)
        .forEach(part -> ids.addAll(part.ids()));
    return ids;
  }
}
