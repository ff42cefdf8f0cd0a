package io.fastshot.indexer.exhaustive;

import java.util.ArrayList;
import java.util.List;

/** Bags of messages in an int: four bits say how many there are of each of eight. */
final class Messages {
  private static final int BITS = 4;
  private static final int MOST = (1 << BITS) - 1;
  private static final int KINDS = Integer.SIZE / BITS;

  private Messages() {}

  static int count(int bag, int message) {
    return (bag >>> (BITS * message)) & MOST;
  }

  static int with(int bag, int message, int more) {
    int count = count(bag, message) + more;
    if (message >= KINDS || count < 0 || count > MOST) {
      throw new IllegalStateException("more messages than a bag has bits for");
    }
    return (bag & ~(MOST << (BITS * message))) | (count << (BITS * message));
  }

  /** All of both bags. */
  static int sum(int bag, int other) {
    int sum = bag;
    for (int message = 0; message < KINDS; message++) {
      int more = count(other, message);
      if (more > 0) {
        sum = with(sum, message, more);
      }
    }
    return sum;
  }

  static int without(int bag, int part) {
    return bag - part; // no digit of a part is above the bag's
  }

  /** The messages of a bag, each once. */
  static List<Integer> kinds(int bag) {
    List<Integer> kinds = new ArrayList<>();
    for (int message = 0; message < KINDS; message++) {
      if (count(bag, message) > 0) {
        kinds.add(message);
      }
    }
    return kinds;
  }

  /** Every bag that can be taken from a bag, but the empty one. */
  static List<Integer> parts(int bag) {
    List<Integer> parts = new ArrayList<>(List.of(0));
    for (int message : kinds(bag)) {
      for (int part : List.copyOf(parts)) {
        for (int count = 1; count <= count(bag, message); count++) {
          parts.add(with(part, message, count));
        }
      }
    }
    return parts.subList(1, parts.size());
  }

  /** Every order of some messages. */
  static List<List<Integer>> orders(List<Integer> messages) {
    if (messages.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> orders = new ArrayList<>();
    for (int first : messages) {
      List<Integer> rest = new ArrayList<>(messages);
      rest.remove(Integer.valueOf(first));
      for (List<Integer> order : orders(rest)) {
        List<Integer> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        orders.add(whole);
      }
    }
    return orders;
  }
}
