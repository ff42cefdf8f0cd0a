package io.fastshot.client.cli;

import io.fastshot.client.cli.completion.FishCompletion;
import io.fastshot.client.cli.completion.PowerShellCompletion;
import io.fastshot.client.cli.text.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes what shells need to complete the command line; the build of the distribution runs it. */
public final class CompletionScripts {
  private CompletionScripts() {}

  /**
   * Writes {@code fastshot.bash}, {@code fastshot.fish} and {@code fastshot.ps1}.
   *
   * @param arguments the folder for them, made if it is missing
   * @throws IOException if they cannot be written
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Map.Entry<String, String> script : all().entrySet()) {
      Files.writeString(folder.resolve(script.getKey()), script.getValue());
    }
  }

  /** The scripts, by file name. */
  static Map<String, String> all() {
    CommandLine line = FastshotCommand.line(Console.system());
    return Map.of(
        "fastshot.bash",
        AutoComplete.bash("fastshot", line),
        "fastshot.fish",
        FishCompletion.script(line.getCommandSpec()),
        "fastshot.ps1",
        PowerShellCompletion.script(line.getCommandSpec()));
  }
}
