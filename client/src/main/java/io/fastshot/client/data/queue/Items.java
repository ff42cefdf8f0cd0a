package io.fastshot.client.data.queue;

import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.journal.Entry;
import io.fastshot.client.data.journal.Journal;
import io.fastshot.client.data.journal.Stage;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The transfers in their order, each written to the journal before it changes in memory. Changed
 * under the lock of the queue only; the list is read from any thread.
 */
final class Items {
  /** Those that are done stay to be seen; the oldest go. */
  private static final int MAX_DONE = 200;

  private static final Comparator<Item> ORDER =
      Comparator.comparingLong((Item item) -> item.entry().order())
          .thenComparing(item -> item.entry().id());

  private final Journal journal;
  private final Consumer<String> problems;
  private final Map<String, Item> byId = new HashMap<>();
  private volatile List<Item> inOrder = List.of();

  Items(Journal journal, Consumer<String> problems) {
    this.journal = journal;
    this.problems = problems;
  }

  List<Item> inOrder() {
    return inOrder;
  }

  @Nullable Item find(String id) {
    return byId.get(id);
  }

  List<Item> find(Collection<String> ids) {
    return inOrder.stream().filter(item -> ids.contains(item.entry().id())).toList();
  }

  Optional<Item> first(Predicate<Item> which) {
    return inOrder.stream().filter(which).findFirst();
  }

  /** Takes what the journal has and this list does not; whether there was something. */
  boolean takeNew() {
    boolean found = false;
    for (String id : journal.ids()) {
      if (!byId.containsKey(id)) {
        Optional<Entry> entry = journal.read(id);
        entry.ifPresent(e -> byId.put(id, new Item(e)));
        found |= entry.isPresent();
      }
    }
    if (found) {
      sort();
    }
    return found;
  }

  /** Takes the journal as it is: for who only looks on. */
  void takeAll() {
    byId.clear();
    journal.all().forEach(entry -> byId.put(entry.id(), new Item(entry)));
    sort();
  }

  long nextOrder() {
    return inOrder.isEmpty() ? Journal.STEP : inOrder.getLast().entry().order() + Journal.STEP;
  }

  Item add(Entry entry) throws IOException {
    journal.write(entry);
    Item item = new Item(entry);
    byId.put(entry.id(), item);
    sort();
    return item;
  }

  /** Changes an entry on disk, then here. */
  void write(Item item, UnaryOperator<Entry> change) throws IOException {
    Entry next = change.apply(item.entry());
    journal.write(next);
    item.entry(next);
  }

  /** The same; where the disk does not take it, it holds until this program ends, and is said. */
  void change(Item item, UnaryOperator<Entry> change) {
    try {
      write(item, change);
    } catch (IOException e) {
      item.entry(change.apply(item.entry()));
      problems.accept("The journal of transfers cannot be written: " + Failure.describe(e));
    }
  }

  void remove(Item item) {
    byId.remove(item.entry().id());
    sort();
    try {
      journal.remove(item.entry().id());
    } catch (IOException e) {
      problems.accept("The journal of transfers cannot be written: " + Failure.describe(e));
    }
  }

  /** Puts an item before or behind its neighbour among those that are not done. */
  void move(Item item, int places) {
    List<Item> waiting = inOrder.stream().filter(i -> i.entry().stage() != Stage.DONE).toList();
    int from = waiting.indexOf(item);
    int to = from + places;
    if (from < 0 || to < 0 || to >= waiting.size()) {
      return;
    }
    Item other = waiting.get(to);
    long mine = item.entry().order();
    long others = other.entry().order();
    change(item, entry -> entry.ordered(others == mine ? mine + places : others));
    change(other, entry -> entry.ordered(mine));
    sort();
  }

  void boundDone() {
    List<Item> done =
        inOrder.stream()
            .filter(item -> item.entry().stage() == Stage.DONE)
            .sorted(Comparator.comparing(item -> item.entry().changedAt()))
            .toList();
    done.subList(0, Math.max(0, done.size() - MAX_DONE)).forEach(this::remove);
  }

  private void sort() {
    inOrder = byId.values().stream().sorted(ORDER).toList();
  }
}
