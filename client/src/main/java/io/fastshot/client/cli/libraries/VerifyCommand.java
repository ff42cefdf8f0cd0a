package io.fastshot.client.cli.libraries;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.output.VerifyOutput;
import io.fastshot.client.cli.tasks.VerifyWatch;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.cache.CacheProblem;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.client.indexing.Previews;
import io.fastshot.client.verify.Finding;
import io.fastshot.client.verify.Kind;
import io.fastshot.client.verify.Verifier;
import io.fastshot.client.verify.VerifyReport;
import io.fastshot.client.verify.Watch;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fastshot verify}. */
@Command(
    name = "verify",
    description = {
      "Compares the bucket, its index and the local cache; says what differs and what to run.",
      "Never writes to the bucket. What differs is looked at once more after a moment, as an event"
          + " may be under way. Exit code 0: all is well; 1: something differs."
    })
@Uses({Part.LIBRARY, Part.FUNCTION, Part.KEY, Part.JSON})
public final class VerifyCommand extends BaseCommand {
  @Option(
      names = "--deep",
      description = "Also read every session, and compare what it says with what is listed of it.")
  private boolean deep;

  @Option(
      names = "--settle",
      paramLabel = "D",
      description = "How long to wait before the second look; default 10s.")
  private Duration settle = Duration.ofSeconds(10);

  @Option(
      names = "--repair-cache",
      description = "Set damaged files of the local cache aside, so that they are fetched again.")
  private boolean repairCache;

  VerifyCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws IOException {
    try (Library library = context.open();
        ObjectStore store = library.openStore();
        VerifyWatch watch = new VerifyWatch(context)) {
      VerifyReport report = compare(context, library.settings(), store, watch);
      List<CacheProblem> problems = library.cache().audit(report.index().rows(), watch.ofCache());
      watch.finish();
      report = with(report, findings(context, library, report, problems));
      new VerifyOutput(context, library).print(report);
      return report.differences().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    } catch (StoreException e) {
      throw CommandException.of(Failure.of(e));
    } catch (Watch.CancelledException e) {
      throw new CommandException(ExitCode.FAILED, "cancelled; nothing was changed");
    }
  }

  private VerifyReport compare(
      CommandContext context, LibrarySettings settings, ObjectStore store, Watch watch) {
    Optional<Verifier.Deep> reader =
        deep ? Optional.of(counted -> new Previews(counted, settings)) : Optional.empty();
    KeyLayout layout = new KeyLayout(settings.prefix());
    return new Verifier(store, layout, context.console().clock(), settle, watch).run(reader);
  }

  /** What the local cache adds; sets damaged files aside if that was asked for. */
  private List<Finding> findings(
      CommandContext context, Library library, VerifyReport report, List<CacheProblem> problems) {
    List<Finding> findings = new ArrayList<>(report.findings());
    for (CacheProblem problem : problems) {
      if (problem.damaged() && repairCache) {
        library.cache().setAside(problem);
        context.note("set aside: " + problem.file() + ": " + problem.reason());
      } else if (problem.damaged() || report.indexIsOurs()) {
        Kind kind = problem.damaged() ? Kind.CACHE_DAMAGED : Kind.CACHE_OTHER_VERSION;
        findings.add(new Finding(kind, problem.file().toString(), problem.reason(), null));
      }
    }
    // Reading a damaged list would set it aside unasked.
    if (report.indexIsOurs() && problems.stream().noneMatch(CacheProblem::damaged)) {
      CatalogSnapshot known = library.cached();
      if (known.rev() > report.index().rev()) {
        String detail = "rev " + report.index().rev() + " after rev " + known.rev();
        findings.add(new Finding(Kind.INDEX_WENT_BACK, "", detail, null));
      }
    }
    findings.sort(Comparator.comparing(Finding::kind)); // stable
    return findings;
  }

  private static VerifyReport with(VerifyReport report, List<Finding> findings) {
    return new VerifyReport(
        report.index(),
        report.indexIsOurs(),
        report.bucket(),
        findings,
        report.underWay(),
        report.requests());
  }
}
