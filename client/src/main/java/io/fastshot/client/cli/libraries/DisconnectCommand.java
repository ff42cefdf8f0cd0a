package io.fastshot.client.cli.libraries;

import io.fastshot.client.ClientSettings;
import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.text.Console;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code fastshot disconnect}. */
@Command(
    name = "disconnect",
    description = {
      "Forget the chosen library, or that of --library NAME: its entry in the settings. Nothing in"
          + " the cloud is touched."
    })
@Uses({Part.NAME})
public final class DisconnectCommand extends BaseCommand {
  DisconnectCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws IOException {
    ClientSettings settings = context.settings();
    @Nullable String asked = context.options().library;
    String name = asked == null ? settings.chosen() : asked;
    if (name == null || settings.library(name).isEmpty()) {
      throw new CommandException(
          ExitCode.NOTHING_MATCHED,
          name == null ? "no library is chosen" : "there is no library named " + name);
    }
    var _ = ClientSettings.change(context.home(), s -> s.without(name));
    context.note("forgot \"" + name + "\"; its sessions are where they were");
    return ExitCode.DONE;
  }
}
