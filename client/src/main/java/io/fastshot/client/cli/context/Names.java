package io.fastshot.client.cli.context;

import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.model.IndexRow;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds the session that a person means. */
public final class Names {
  private static final int SHOWN = 5;

  private Names() {}

  /**
   * The session of a name: its file name with or without suffix; else its name; else the only one
   * whose name or file name has the text in it.
   *
   * @throws CommandException if there is none, or more than one
   */
  public static IndexRow find(CatalogSnapshot list, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<Predicate<IndexRow>> ways =
        List.of(
            row -> row.id().filename().equals(name) || row.id().base().equals(name),
            row -> row.meta().fields().name().equals(name),
            row ->
                row.id().base().toLowerCase(Locale.ROOT).contains(lower)
                    || row.meta().fields().name().toLowerCase(Locale.ROOT).contains(lower));
    for (Predicate<IndexRow> way : ways) {
      List<IndexRow> found = list.rows().stream().filter(way).limit(SHOWN + 1L).toList();
      if (found.size() == 1) {
        return found.getFirst();
      }
      if (!found.isEmpty()) {
        throw new CommandException(
            ExitCode.FAILED,
            "\""
                + name
                + "\" means several sessions; say which by its file name: "
                + String.join(
                    ", ", found.stream().limit(SHOWN).map(row -> row.id().filename()).toList())
                + (found.size() > SHOWN ? " ..." : ""));
      }
    }
    throw new CommandException(ExitCode.NOTHING_MATCHED, "no session named \"" + name + "\"");
  }

  /** As {@link #find}, for each of several names. */
  public static List<IndexRow> findAll(CatalogSnapshot list, List<String> names) {
    return names.stream().map(name -> find(list, name)).distinct().toList();
  }
}
