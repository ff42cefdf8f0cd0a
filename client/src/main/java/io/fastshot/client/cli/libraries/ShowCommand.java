package io.fastshot.client.cli.libraries;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.tasks.Windows;
import io.fastshot.client.cli.text.Console;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fastshot show}. */
@Command(
    name = "show",
    description = {
      "Open the window, or raise the one that is open; with files, show the sessions in them.",
      "Bind it to Shift+F6 in desktops that have no global hotkeys for programs (Wayland)."
    })
@Uses({Part.LIBRARY, Part.FUNCTION, Part.KEY})
public final class ShowCommand extends BaseCommand {
  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Session files to show.")
  private List<Path> files = List.of();

  ShowCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws Exception {
    return Windows.show(context, files);
  }
}
