package io.fastshot.client.cli;

import picocli.CommandLine.Command;

/** {@code fastshot show}. */
@Command(
    name = "show",
    description = {
      "Open the window, or raise the one that is open.",
      "Bind it to Shift+F6 in desktops that have no global hotkeys for programs (Wayland)."
    })
final class ShowCommand extends BaseCommand {
  ShowCommand(Console console) {
    super(console);
  }

  @Override
  int run(CommandContext context) throws Exception {
    return Windows.show(context);
  }
}
