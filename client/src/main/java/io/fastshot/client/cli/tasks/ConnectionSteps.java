package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.cli.text.TextWidth;
import io.fastshot.client.data.ConnectionTest;
import io.fastshot.client.data.ConnectionTest.Step;
import io.fastshot.client.data.Library;
import io.fastshot.client.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tests a connection and prints each step as it ends. */
public final class ConnectionSteps {
  private static final int WIDTH = 9;

  private ConnectionSteps() {}

  /** Returns the exit code: done if all steps work. */
  public static int run(CommandContext context, Library library) {
    List<Step> steps = new ArrayList<>();
    boolean works =
        new ConnectionTest(
                library,
                step -> {
                  steps.add(step);
                  if (!context.json()) {
                    print(context, step);
                  }
                })
            .run();
    if (context.json()) {
      ObjectNode json = Json.object();
      json.put("works", works);
      ArrayNode array = json.putArray("steps");
      for (Step step : steps) {
        array
            .addObject()
            .put("step", step.name())
            .put("result", word(step))
            .put("detail", step.detail());
      }
      Json.printPretty(context.console(), json);
    }
    return works ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void print(CommandContext context, Step step) {
    context
        .console()
        .out()
        .println(
            PlainText.oneLine(
                TextWidth.pad(word(step), WIDTH) + step.name() + ": " + step.detail()));
  }

  private static String word(Step step) {
    return step.result().name().toLowerCase(Locale.ROOT);
  }
}
