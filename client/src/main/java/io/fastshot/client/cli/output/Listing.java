package io.fastshot.client.cli.output;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.cli.text.Sizes;
import io.fastshot.client.cli.text.Table;
import io.fastshot.client.cli.text.TextWidth;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.search.SearchMistake;
import io.fastshot.client.data.search.SearchableSession;
import io.fastshot.client.data.search.SessionSearch;
import io.fastshot.client.text.PlainText;
import io.fastshot.container.json.KeyReasons;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import java.util.List;

/** Prints the sessions that match a query: what {@code ls} and {@code search} do. */
public final class Listing {
  /** Date and time to the minute. */
  private static final int MINUTES = 16;

  private Listing() {}

  /**
   * @param words the search, as the shell parted it
   * @param cached without a request
   * @param fresh whether a list that cannot be brought up to date is a failure
   */
  public static int print(
      CommandContext context, List<String> words, boolean cached, boolean fresh) {
    String query = String.join(" ", words);
    SessionSearch wanted = SessionSearch.parse(query);
    words.stream().filter(word -> word.startsWith("--")).findFirst().ifPresent(Listing::noOption);
    wanted.mistakes().stream().findFirst().ifPresent(mistake -> noSearch(query, mistake));
    List<IndexRow> rows;
    try (Library library = context.open()) {
      CatalogSnapshot list = cached ? library.cached() : context.list(library, fresh);
      rows =
          list.rows().stream()
              .filter(row ->
                  wanted.matches(
                      new SearchableSession(row), () -> library.localCopy(row).isPresent()))
              .toList();
      library.status().cache().problems().forEach(context::note);
    }
    if (context.json()) {
      Json.printArray(context.console(), rows, Json::of);
    } else if (!rows.isEmpty()) {
      table(rows).print(context.console());
    }
    if (rows.isEmpty()) {
      context.note(wanted.isEmpty() ? "the library is empty" : "nothing matches: " + query);
    }
    return rows.isEmpty() && !wanted.isEmpty() ? ExitCode.NOTHING_MATCHED : ExitCode.DONE;
  }

  private static void noOption(String word) {
    throw new CommandException(ExitCode.USAGE, "Unknown option: " + word);
  }

  /** The mistake in words, and the search with the place marked below it. */
  private static void noSearch(String query, SearchMistake mistake) {
    String search = PlainText.oneLine(query);
    String before = query.substring(0, mistake.start());
    String wrong = query.substring(mistake.start(), mistake.end());
    throw new CommandException(
        ExitCode.USAGE,
        mistake.message(),
        "  " + search,
        "  " + " ".repeat(TextWidth.of(before)) + "^".repeat(Math.max(1, TextWidth.of(wrong))));
  }

  private static Table table(List<IndexRow> rows) {
    Table table = new Table("CREATED", "NAME", "TAGS", "CLASS", "COLOR", "IMAGES", "SIZE", "FILE");
    for (IndexRow row : rows) {
      SessionFields fields = row.meta().fields();
      String degraded = row.meta().degraded();
      table.add(
          created(fields.createdAt()),
          degraded == null
              ? fields.name()
              : fields.name() + " (" + KeyReasons.unmarked(degraded) + ")",
          String.join(",", fields.tags()),
          fields.sessionClass(),
          fields.color(),
          Integer.toString(fields.imageCount()),
          Sizes.of(row.meta().fileSizeBytes()),
          row.id().filename());
    }
    return table;
  }

  public static String created(@org.jspecify.annotations.Nullable String createdAt) {
    if (createdAt == null) {
      return "";
    }
    String minutes = createdAt.substring(0, Math.min(MINUTES, createdAt.length()));
    return PlainText.oneLine(minutes.replace('T', ' '));
  }
}
