package io.fastshot.indexer.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A schedule as text: the seed of what the handlers draw themselves, then an action on each line.
 *
 * <pre>
 * seed 4711
 * change e0 2 PICTURE 1     session 2 gets version 1 of a file with a picture; its event is e0
 * arrive e0 e0              the event reaches the queue, as message e0
 * deliver h0 e0             handler h0 is started with message e0
 * step h0 LATE_WRITE        h0 sends its next request, which arrives much later, as h0.4
 * land h0.4
 * </pre>
 *
 * @param seed of the nonces, ids and waits
 * @param actions what happens, before the world is brought to rest
 */
record Trace(long seed, List<Action> actions) {

  Trace {
    actions = List.copyOf(actions);
  }

  /** As text. */
  String format() {
    StringBuilder text = new StringBuilder("seed " + seed + "\n");
    actions.forEach(action -> text.append(line(action)).append('\n'));
    return text.toString();
  }

  /** One action as text. */
  static String line(Action action) {
    return switch (action) {
      case Action.Step(String task, Trouble trouble) ->
          "step " + task + (trouble == Trouble.NONE ? "" : " " + trouble);
      case Action.Crash(String task) -> "crash " + task;
      case Action.Change(String event, int key, Action.Content content, int version) ->
          "change " + event + " " + key + " " + content + " " + version;
      case Action.Arrive(String event, String message) -> "arrive " + event + " " + message;
      case Action.Deliver(String task, List<String> messages) ->
          "deliver " + task + " " + String.join(",", messages);
      case Action.Redeliver(String message) -> "redeliver " + message;
      case Action.Land(String write) -> "land " + write;
      case Action.Lose(String write) -> "lose " + write;
      case Action.Rebuild(String task, String request) -> "rebuild " + task + " " + request;
      case Action.Foreign(Action.ForeignWrite write) -> "foreign " + write;
      case Action.Read(String task) -> "read " + task;
      case Action.Pass(Duration time) -> "pass " + time;
    };
  }

  /**
   * Reads what {@link #format} wrote; empty lines and lines that begin with # are passed over.
   *
   * @throws IllegalArgumentException if a line means nothing; the message names it
   */
  static Trace parse(String text) {
    long seed = 0;
    List<Action> actions = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("seed ")) {
        seed = Long.parseLong(line.substring("seed ".length()));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        actions.add(action(line));
      }
    }
    return new Trace(seed, actions);
  }

  private static Action action(String line) {
    String[] word = line.split(" ", 3);
    String rest = word.length > 2 ? word[2] : "";
    return switch (word[0]) {
      case "step" ->
          new Action.Step(word[1], rest.isEmpty() ? Trouble.NONE : Trouble.valueOf(rest));
      case "crash" -> new Action.Crash(word[1]);
      case "change" -> change(word[1], rest.split(" ", -1));
      case "arrive" -> new Action.Arrive(word[1], rest);
      case "deliver" -> new Action.Deliver(word[1], List.of(rest.split(",", -1)));
      case "redeliver" -> new Action.Redeliver(word[1]);
      case "land" -> new Action.Land(word[1]);
      case "lose" -> new Action.Lose(word[1]);
      case "rebuild" -> new Action.Rebuild(word[1], rest);
      case "foreign" -> new Action.Foreign(Action.ForeignWrite.valueOf(word[1]));
      case "read" -> new Action.Read(word[1]);
      case "pass" -> new Action.Pass(Duration.parse(word[1]));
      default -> throw new IllegalArgumentException("no action: " + line);
    };
  }

  private static Action change(String event, String[] word) {
    return new Action.Change(
        event,
        Integer.parseInt(word[0]),
        Action.Content.valueOf(word[1]),
        Integer.parseInt(word[2]));
  }
}
