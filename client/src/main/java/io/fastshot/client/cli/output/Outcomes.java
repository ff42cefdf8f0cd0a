package io.fastshot.client.cli.output;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.text.Json;
import io.fastshot.model.SessionId;

/** One line for one session that something was done to. */
public final class Outcomes {
  private Outcomes() {}

  public static void print(CommandContext context, SessionId id, String outcome) {
    if (context.json()) {
      Json.print(
          context.console(), Json.object().put("filename", id.filename()).put("outcome", outcome));
    } else {
      context.console().out().println(id + " " + outcome.replace('_', ' '));
    }
  }
}
