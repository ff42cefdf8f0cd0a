package io.fastshot.client.cli.output;

import io.fastshot.client.data.search.SearchField;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** A command whose arguments are a search. */
public interface Searching {

  /** Takes parts with a minus, too, and tells in its help what a search can say. */
  static void prepare(CommandSpec spec) {
    spec.parser().unmatchedOptionsArePositionalParams(true);
    List<String> lines = new ArrayList<>();
    for (SearchField field : SearchField.values()) {
      lines.add("  %-20s %s".formatted(field.example(), field.meaning()));
    }
    lines.add("  %-20s %s".formatted("-class:draft", "a minus: what does not match"));
    lines.add("  %-20s %s".formatted("bug or crash", "one of two; without “or” all must hold"));
    lines.add("  %-20s %s".formatted("\"second try\"", "in quotation marks: as it stands"));
    spec.usageMessage().footerHeading("%nA search:%n");
    spec.usageMessage().footer(lines.toArray(String[]::new));
  }
}
