package io.fastshot.indexer.simulation;

import io.fastshot.model.SessionId;
import io.fastshot.store.Content;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clients of a world, the events that follow their changes, and others who write the index. */
final class Outside {
  private final World world;
  private final Map<String, Event> events = new LinkedHashMap<>();
  private final Map<String, Action.Change> changes = new HashMap<>();
  private final Map<SessionId, Long> changedAt = new HashMap<>();
  private int lastArrived = -1;

  /** A change of a session that the queue may or may not know of. */
  private static final class Event {
    final int number;
    final int key;
    final boolean removal;
    final Instant at;
    boolean arrived;

    Event(int number, int key, boolean removal, Instant at) {
      this.number = number;
      this.key = key;
      this.removal = removal;
      this.at = at;
    }
  }

  Outside(World world) {
    this.world = world;
  }

  /** Events that have not reached the queue yet. */
  List<String> eventsUnderWay() {
    return events.entrySet().stream()
        .filter(event -> !event.getValue().arrived)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All events, also those that have reached the queue. */
  List<String> events() {
    return List.copyOf(events.keySet());
  }

  /** The change that put a session file with that ETag last; null if none did. */
  Action.@Nullable Change changeOf(@Nullable String etag) {
    return changes.get(etag);
  }

  /** A client changes a session; false if that change was made before. */
  boolean change(Action.Change change) {
    if (events.containsKey(change.event())) {
      return false;
    }
    write(change);
    if (world.actors().stream().anyMatch(actor -> actor.kind != Actor.Kind.READER)) {
      world.tally().count(Happening.LIVE_CHANGE);
    }
    switch (change.content()) {
      case GARBAGE, EMPTY, CUT_OFF -> world.tally().count(Happening.BAD_FILE);
      case NOTHING, PLAIN, PICTURE, LONG -> {}
    }
    boolean removal = change.content() == Action.Content.NOTHING;
    events.put(change.event(), new Event(events.size(), change.key(), removal, world.now()));
    return true;
  }

  /** The sessions that are there and were put before a moment, with their ETags. */
  Map<SessionId, String> unchangedSince(long step) {
    Map<SessionId, String> there = new HashMap<>();
    changedAt.forEach((id, at) -> {
      if (at < step) {
        world
            .bucket()
            .head(world.layout().session(id))
            .ifPresent(info -> there.put(id, info.etag().value()));
      }
    });
    return there;
  }

  private void write(Action.Change change) {
    changedAt.put(SessionFiles.id(change.key()), world.step());
    String key = world.layout().session(SessionFiles.id(change.key()));
    if (change.content() == Action.Content.NOTHING) {
      world.bucket().delete(key, Precondition.none());
      return;
    }
    byte[] bytes = SessionFiles.bytes(change.content(), change.version());
    if (world.bucket().put(key, Content.of(bytes, "image/png"), Precondition.none())
        instanceof PutOutcome.Installed(var etag)) {
      changes.put(etag.value(), change);
    }
  }

  /** An event reaches the queue; false if there is none, or the message is there already. */
  boolean arrive(String name, String message) {
    Event event = events.get(name);
    if (event == null || world.queue().knows(message)) {
      return false;
    }
    if (event.arrived) {
      world.tally().count(Happening.DUPLICATE_EVENT);
    } else if (event.number < lastArrived) {
      world.tally().count(Happening.OUT_OF_ORDER);
    }
    world.delayed(event.at);
    event.arrived = true;
    lastArrived = Math.max(lastArrived, event.number);
    world.queue().add(Messages.event(message, SessionFiles.id(event.key), event.removal));
    return true;
  }

  /** Somebody writes or removes the index. */
  boolean foreign(Action.ForeignWrite write) {
    world.tally().count(Happening.FOREIGN_WRITE);
    String key = world.layout().overallMeta();
    String text =
        switch (write) {
          case ORIGINAL -> Messages.originalIndex(world.now(), world.bucket());
          case GARBAGE -> "garbage";
          case DELETE -> "";
        };
    if (write == Action.ForeignWrite.DELETE) {
      world.bucket().delete(key, Precondition.none());
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      PutOutcome _ =
          world.bucket().put(key, Content.of(bytes, "application/json"), Precondition.none());
    }
    world.history().foreignWrite();
    return true;
  }
}
