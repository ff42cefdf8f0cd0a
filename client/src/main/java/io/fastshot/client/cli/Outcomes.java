package io.fastshot.client.cli;

import io.fastshot.model.SessionId;

/** One line for one session that something was done to. */
final class Outcomes {
  private Outcomes() {}

  static void print(CommandContext context, SessionId id, String outcome) {
    if (context.json()) {
      Json.print(
          context.console(), Json.object().put("filename", id.filename()).put("outcome", outcome));
    } else {
      context.console().out().println(id + " " + outcome.replace('_', ' '));
    }
  }
}
