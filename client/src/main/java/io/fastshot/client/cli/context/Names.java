package io.fastshot.client.cli.context;

import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.trash.TrashEntry;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the session that a person means: its file name with or without suffix; else its name; else
 * the only one whose name or file name has the text in it. An empty name means none: in a script it
 * is a variable that was never set.
 */
public final class Names {
  private static final int SHOWN = 5;

  private Names() {}

  /** Something that has names. */
  private record Named<T>(T value, SessionId id, Supplier<String> called) {
    String name() {
      return called.get();
    }

    boolean hasPart(String lower) {
      return id.base().toLowerCase(Locale.ROOT).contains(lower)
          || name().toLowerCase(Locale.ROOT).contains(lower);
    }
  }

  /**
   * The session of a name, or of a part of it that only one has.
   *
   * @throws CommandException if there is none, or more than one
   */
  public static IndexRow find(CatalogSnapshot list, String name) {
    return find(rows(list), name, true);
  }

  /** As {@link #find}, for each of several names. */
  public static List<IndexRow> findAll(CatalogSnapshot list, List<String> names) {
    return findAll(rows(list), names, true);
  }

  /**
   * What is to be changed: a part of a name is enough only where somebody can be asked whether that
   * was meant.
   */
  public static List<IndexRow> findForChange(
      CommandContext context, CatalogSnapshot list, List<String> names) {
    return findAll(rows(list), names, context.canAsk());
  }

  /**
   * Of Recently deleted; of several that were deleted under one file name, the last.
   *
   * @param entries last deleted first
   * @param namesOf reads their names, by the key in the trash; asked once, and only if a name is no
   *     file name
   */
  public static List<TrashEntry> findDeleted(
      CommandContext context,
      List<TrashEntry> entries,
      List<String> names,
      Function<List<TrashEntry>, Map<String, String>> namesOf) {
    Map<SessionId, Named<TrashEntry>> last = new LinkedHashMap<>();
    ReadOnce read = new ReadOnce(entries, namesOf);
    entries.forEach(entry ->
        last.putIfAbsent(entry.id(), new Named<>(entry, entry.id(), () -> read.name(entry))));
    return findAll(new ArrayList<>(last.values()), names, context.canAsk());
  }

  /** Names that are read when the first of them is asked for. */
  private static final class ReadOnce {
    private final List<TrashEntry> entries;
    private final Function<List<TrashEntry>, Map<String, String>> namesOf;
    private @Nullable Map<String, String> names;

    ReadOnce(List<TrashEntry> entries, Function<List<TrashEntry>, Map<String, String>> namesOf) {
      this.entries = entries;
      this.namesOf = namesOf;
    }

    String name(TrashEntry entry) {
      Map<String, String> known = names;
      if (known == null) {
        known = namesOf.apply(entries);
        names = known;
      }
      return known.getOrDefault(entry.trashKey(), "");
    }
  }

  private static List<Named<IndexRow>> rows(CatalogSnapshot list) {
    return list.rows().stream()
        .map(row -> new Named<>(row, row.id(), () -> row.meta().fields().name()))
        .toList();
  }

  private static <T> List<T> findAll(List<Named<T>> all, List<String> names, boolean parts) {
    names.forEach(Names::requireName);
    return names.stream().map(name -> find(all, name, parts)).distinct().toList();
  }

  private static <T> T find(List<Named<T>> all, String name, boolean parts) {
    requireName(name);
    String lower = name.toLowerCase(Locale.ROOT);
    List<Predicate<Named<T>>> ways =
        List.of(
            one -> one.id().filename().equals(name) || one.id().base().equals(name),
            one -> one.name().equals(name),
            one -> parts && one.hasPart(lower));
    for (Predicate<Named<T>> way : ways) {
      List<Named<T>> found = all.stream().filter(way).limit(SHOWN + 1L).toList();
      if (found.size() == 1) {
        return found.getFirst().value();
      }
      if (!found.isEmpty()) {
        throw new CommandException(ExitCode.FAILED, several(name, found));
      }
    }
    throw new CommandException(
        ExitCode.NOTHING_MATCHED,
        "no session named \""
            + name
            + "\""
            + (!parts && all.stream().anyMatch(one -> one.hasPart(lower))
                ? "; a part of a name is enough only at a terminal, without --yes and --json:"
                    + " give the whole name, or the file name"
                : ""));
  }

  private static <T> String several(String name, List<Named<T>> found) {
    return "\""
        + name
        + "\" means several sessions; say which by its file name: "
        + String.join(", ", found.stream().limit(SHOWN).map(one -> one.id().filename()).toList())
        + (found.size() > SHOWN ? " ..." : "");
  }

  /** Refuses an empty name, before anything is looked up. */
  static void requireName(String name) {
    if (name.isBlank()) {
      throw new CommandException(
          ExitCode.USAGE, "an empty name was given; is a variable of the script not set?");
    }
  }
}
