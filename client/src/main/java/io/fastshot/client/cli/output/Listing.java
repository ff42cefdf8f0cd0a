package io.fastshot.client.cli.output;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.cli.text.Sizes;
import io.fastshot.client.cli.text.Table;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.catalog.SessionQuery;
import io.fastshot.client.text.PlainText;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import java.util.List;

/** Prints the sessions that match a query: what {@code ls} and {@code search} do. */
public final class Listing {
  /** Date and time to the minute. */
  private static final int MINUTES = 16;

  private Listing() {}

  public static int print(CommandContext context, String query, boolean cached, boolean fresh) {
    SessionQuery wanted = SessionQuery.parse(query);
    List<IndexRow> rows;
    try (Library library = context.open()) {
      CatalogSnapshot list = cached ? library.cached() : context.list(library, fresh);
      rows = list.rows().stream().filter(wanted::matches).toList();
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

  private static Table table(List<IndexRow> rows) {
    Table table = new Table("CREATED", "NAME", "TAGS", "CLASS", "COLOR", "IMAGES", "SIZE", "FILE");
    for (IndexRow row : rows) {
      SessionFields fields = row.meta().fields();
      String degraded = row.meta().degraded();
      table.add(
          created(fields.createdAt()),
          degraded == null ? fields.name() : fields.name() + " (" + degraded + ")",
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
