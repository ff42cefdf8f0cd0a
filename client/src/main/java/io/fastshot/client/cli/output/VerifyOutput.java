package io.fastshot.client.cli.output;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.cli.text.Sizes;
import io.fastshot.client.cli.text.TextWidth;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.client.data.connection.Mending;
import io.fastshot.client.text.PlainText;
import io.fastshot.client.verify.BucketCounts;
import io.fastshot.client.verify.Finding;
import io.fastshot.client.verify.Kind;
import io.fastshot.client.verify.VerifyReport;
import io.fastshot.model.RebuildState;
import io.fastshot.store.RequestCounts;
import io.fastshot.store.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what a comparison came to: as text for a person, or as one object of JSON. */
public final class VerifyOutput {
  /** Findings of one kind that are shown as text; JSON has them all. */
  private static final int SHOWN = 20;

  private static final Duration YOUNG = Duration.ofMinutes(5);

  private final CommandContext context;
  private final LibrarySettings settings;
  private final Instant now;
  private final CommandText commands;
  private final Mending mending;

  public VerifyOutput(CommandContext context, Library library) {
    this.context = context;
    this.settings = library.settings();
    this.now = context.console().clock().instant();
    this.commands = new CommandText(context.options());
    this.mending = library.mending();
  }

  public void print(VerifyReport report) {
    if (!report.differences().isEmpty()) {
      mending.learned(); // a command is told that works here
    }
    if (context.json()) {
      Json.printPretty(context.console(), json(report));
    } else {
      text(report);
    }
  }

  private void text(VerifyReport report) {
    BucketCounts bucket = report.bucket();
    line(
        "library",
        settings.name()
            + " (bucket "
            + (settings.bucket() + " " + settings.prefix()).strip()
            + ")");
    line(
        "index",
        report.indexIsOurs()
            ? "rev %d, %s, %,d sessions"
                .formatted(
                    report.index().rev(),
                    report.index().complete() ? "complete" : "not complete",
                    report.index().rows().size())
            : "none of ours");
    line(
        "bucket",
        "%,d sessions, %s; %,d meta indexes, %,d thumbnails; %,d in Recently deleted, %s"
            .formatted(
                bucket.sessions(),
                Sizes.of(bucket.sessionBytes()),
                bucket.metaIndexes(),
                bucket.thumbnails(),
                bucket.trash(),
                Sizes.of(bucket.trashBytes())));
    line("asked", requests(report.requests()));
    found(report);
  }

  private void found(VerifyReport report) {
    if (report.underWay() > 0) {
      line(
          "under way",
          "%,d changes came in, or began, while this looked: no differences yet"
              .formatted(report.underWay()));
    }
    groups(report.notes()).forEach((kind, findings) -> group("note: " + kind.words(), findings));
    groups(report.differences()).forEach((kind, findings) -> group(kind.words(), findings));
    List<Finding> differences = report.differences();
    line(
        "result",
        differences.isEmpty()
            ? "bucket, index and cache agree"
            : "%,d %s"
                .formatted(
                    differences.size(), differences.size() == 1 ? "difference" : "differences"));
  }

  private static Map<Kind, List<Finding>> groups(List<Finding> findings) {
    Map<Kind, List<Finding>> groups = new EnumMap<>(Kind.class);
    findings.forEach(f -> groups.computeIfAbsent(f.kind(), _ -> new ArrayList<>()).add(f));
    return groups;
  }

  private void group(String title, List<Finding> findings) {
    out("");
    out(title + (findings.size() == 1 ? "" : " (%,d)".formatted(findings.size())));
    String last = "";
    for (Finding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
      String subject = finding.subject().isEmpty() ? "" : finding.subject() + ": ";
      out("  " + PlainText.oneLine(subject + finding.detail() + age(finding)));
      String command = command(finding).orElse("");
      if (!command.isEmpty() && !command.equals(last)) {
        out("      " + command);
        last = command;
      }
    }
    if (findings.size() > SHOWN) {
      out("  and %,d more; --json lists all".formatted(findings.size() - SHOWN));
      if (findings.getFirst().kind().isDifference() && !last.isEmpty()) {
        out("      " + commands.of(mending.command(RebuildState.Mode.ALL, null)));
      }
    }
  }

  private Optional<String> command(Finding finding) {
    return Optional.of(finding.repair(mending)).filter(words -> !words.isEmpty()).map(commands::of);
  }

  private String age(Finding finding) {
    Instant changed = finding.changedAt();
    if (changed == null || !finding.kind().isDifference()) {
      return "";
    }
    Duration age = Duration.between(changed, now);
    return age.abs().compareTo(YOUNG) < 0
        ? " (changed %d s ago: its event may still be under way)"
            .formatted(Math.max(0, age.toSeconds()))
        : "";
  }

  private static String requests(RequestCounts counts) {
    List<String> verbs = new ArrayList<>();
    for (Verb verb : Verb.values()) {
      long requests = counts.of(verb).requests();
      if (requests > 0) {
        verbs.add("%,d %s".formatted(requests, verb));
      }
    }
    return "%,d requests (%s), %s read; nothing was written"
        .formatted(
            counts.total().requests(),
            String.join(", ", verbs),
            Sizes.of(counts.total().bytesDown()));
  }

  private void line(String label, String value) {
    out((TextWidth.pad(label, 10) + PlainText.oneLine(value)).stripTrailing());
  }

  private void out(String line) {
    context.console().out().println(line);
  }

  private ObjectNode json(VerifyReport report) {
    ObjectNode json = Json.object();
    json.put("library", settings.name());
    json.put("clean", report.differences().isEmpty());
    ObjectNode index = json.putObject("index");
    index.put("ours", report.indexIsOurs());
    index.put("rev", report.index().rev());
    index.put("complete", report.index().complete());
    index.put("sessions", report.index().rows().size());
    ObjectNode bucket = json.putObject("bucket");
    bucket.put("sessions", report.bucket().sessions());
    bucket.put("session_bytes", report.bucket().sessionBytes());
    bucket.put("meta_indexes", report.bucket().metaIndexes());
    bucket.put("thumbnails", report.bucket().thumbnails());
    bucket.put("trash", report.bucket().trash());
    bucket.put("trash_bytes", report.bucket().trashBytes());
    json.put("under_way", report.underWay());
    findings(json.putArray("differences"), report.differences());
    findings(json.putArray("notes"), report.notes());
    ObjectNode requests = json.putObject("requests");
    for (Verb verb : Verb.values()) {
      if (!verb.isOfParts()) { // verify sends nothing
        requests.put(
            verb.name().toLowerCase(java.util.Locale.ROOT), report.requests().of(verb).requests());
      }
    }
    requests.put("total", report.requests().total().requests());
    requests.put("bytes_down", report.requests().total().bytesDown());
    return json;
  }

  private void findings(ArrayNode array, List<Finding> findings) {
    for (Finding finding : findings) {
      ObjectNode node = array.addObject();
      node.put("kind", finding.kind().jsonName());
      node.put("subject", finding.subject());
      node.put("detail", finding.detail());
      Instant changed = finding.changedAt();
      node.put("changed_at", changed == null ? null : changed.toString());
      node.put("command", command(finding).orElse(null));
    }
  }
}
