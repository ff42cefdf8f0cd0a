package io.fastshot.client.cli.libraries;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.output.CacheText;
import io.fastshot.client.cli.tasks.ConnectionSteps;
import io.fastshot.client.cli.tasks.RebuildWait;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.cli.text.Sizes;
import io.fastshot.client.cli.text.TextWidth;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.LibraryStatus;
import io.fastshot.client.data.cache.CacheReport;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.catalog.Refresh;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.client.data.connection.StoreFindings;
import io.fastshot.client.text.PlainText;
import io.fastshot.model.RebuildState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code fastshot status}. */
@Command(name = "status", description = "The library, its index, a rebuild, the local cache.")
@Uses({Part.LIBRARY, Part.FUNCTION, Part.JSON})
public final class StatusCommand extends BaseCommand {
  @Option(names = "--cached", description = "No network.")
  private boolean cached;

  @Option(
      names = "--probe",
      description = "Try out how a store other than AWS keeps conditions; 13 small requests.")
  private boolean probe;

  @Option(
      names = "--test",
      description = "Try step by step what works: list, read, write, index, rebuild function.")
  private boolean test;

  StatusCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) {
    try (Library library = context.open()) {
      if (test) {
        return ConnectionSteps.run(context, library);
      }
      Connection connection =
          cached
              ? new Connection("not asked", "", ExitCode.DONE)
              : Connection.of(library.refresh());
      LibraryStatus status = library.status();
      StoreFindings store = probe ? library.probeStore() : status.store();
      if (context.json()) {
        ObjectNode json = json(status, connection, store);
        context.origins().forEach(json.putArray("decided")::add);
        Json.printPretty(context.console(), json);
      } else {
        print(context, status, connection, store);
      }
      boolean unfit = Boolean.FALSE.equals(store.conditionalWrites());
      return unfit ? ExitCode.FAILED : connection.exitCode();
    }
  }

  /** Whether the library answers. */
  private record Connection(String state, String reason, int exitCode) {
    static Connection of(Refresh refresh) {
      return switch (refresh) {
        case Refresh.Unchanged _, Refresh.Updated _ -> new Connection("online", "", ExitCode.DONE);
        case Refresh.Offline(var _, String why) -> new Connection("offline", why, ExitCode.OFFLINE);
        case Refresh.Denied(var _, String why) ->
            new Connection("denied", why, ExitCode.NOT_AUTHORISED);
        case Refresh.Failed(var _, String why) -> new Connection("failed", why, ExitCode.FAILED);
      };
    }
  }

  private static ObjectNode json(LibraryStatus status, Connection connection, StoreFindings store) {
    LibrarySettings settings = status.settings();
    CatalogSnapshot list = status.catalog();
    ObjectNode json = Json.object();
    json.put("library", settings.name());
    json.put("endpoint", settings.endpoint() == null ? null : settings.endpoint().toString());
    json.put("bucket", settings.bucket());
    json.put("prefix", settings.prefix());
    json.put("connection", connection.state());
    json.put("reason", connection.reason().isEmpty() ? null : connection.reason());
    ObjectNode findings = json.putObject("store");
    findings.put("aws", store.aws());
    findings.put("conditional_writes", store.conditionalWrites());
    store.lines().forEach(findings.putArray("findings")::add);
    json.put("rev", list.rev());
    json.put("sessions", list.rows().size());
    json.put("total_bytes", list.totalBytes());
    json.put("complete", list.complete());
    json.put("refreshed_at", list.refreshedAt() == null ? null : list.refreshedAt().toString());
    json.put("notice", list.notice());
    rebuild(json, list.rebuild());
    CacheText.json(json.putObject("cache"), status.cache());
    return json;
  }

  private static void rebuild(
      ObjectNode json, @org.jspecify.annotations.Nullable RebuildState rebuild) {
    if (rebuild == null) {
      json.putNull("rebuild");
      return;
    }
    ObjectNode node = json.putObject("rebuild");
    node.put("id", rebuild.id());
    node.put("mode", rebuild.mode().jsonName());
    node.put("state", rebuild.state().jsonName());
    node.put("parts", rebuild.parts());
    node.put("parts_done", rebuild.partsDone());
    node.put("total", rebuild.total());
    node.put("started_at", rebuild.startedAt().toString());
  }

  private static void print(
      CommandContext context, LibraryStatus status, Connection connection, StoreFindings store) {
    Console console = context.console();
    LibrarySettings settings = status.settings();
    CatalogSnapshot list = status.catalog();
    Object endpoint = settings.endpoint() == null ? "AWS" : settings.endpoint();
    line(console, "library", settings.name());
    line(console, "place", endpoint + " bucket " + settings.bucket() + " " + settings.prefix());
    context.origins().forEach(origin -> line(console, "decided", origin));
    line(console, "state", connection.state() + " " + connection.reason());
    store.lines().forEach(found -> line(console, "store", found));
    line(console, "list", list.rows().size() + " sessions, " + Sizes.of(list.totalBytes()));
    line(console, "index", "rev " + list.rev() + (list.complete() ? "" : ", not complete"));
    line(console, "as of", String.valueOf(list.refreshedAt()));
    if (list.notice() != null) {
      line(console, "notice", list.notice());
    }
    RebuildState rebuild = list.rebuild();
    if (rebuild != null) {
      line(console, "rebuild", RebuildWait.words(rebuild));
    }
    CacheReport cache = status.cache();
    line(console, "cache", words(cache));
    cache.problems().forEach(problem -> line(console, "repaired", problem));
  }

  private static String words(CacheReport cache) {
    String unfinished =
        cache.unfinished() == 0 ? "" : ", " + cache.unfinished() + " unfinished files";
    return "list %s, %d thumbnails %s, %d sessions %s%s in %s"
        .formatted(
            Sizes.of(cache.catalogBytes()),
            cache.thumbnails(),
            Sizes.of(cache.thumbnailBytes()),
            cache.sessions(),
            Sizes.of(cache.sessionBytes()),
            unfinished,
            cache.folder());
  }

  private static void line(Console console, String label, String value) {
    console.out().println((TextWidth.pad(label, 10) + PlainText.oneLine(value)).stripTrailing());
  }
}
