package io.fastshot.client.cli.libraries;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.tasks.Windows;
import io.fastshot.client.cli.text.Console;
import picocli.CommandLine.Command;

/** {@code fastshot show}. */
@Command(
    name = "show",
    description = {
      "Open the window, or raise the one that is open.",
      "Bind it to Shift+F6 in desktops that have no global hotkeys for programs (Wayland)."
    })
@Uses({Part.LIBRARY, Part.FUNCTION, Part.KEY})
public final class ShowCommand extends BaseCommand {
  ShowCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws Exception {
    return Windows.show(context);
  }
}
