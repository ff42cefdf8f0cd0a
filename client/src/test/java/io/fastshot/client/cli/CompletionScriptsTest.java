package io.fastshot.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletionScriptsTest {
  private final Map<String, String> scripts = CompletionScripts.all();

  @Test
  void thereIsOneForEachShell() {
    assertThat(scripts).containsOnlyKeys("fastshot.bash", "fastshot.fish", "fastshot.ps1");
  }

  @Test
  void eachKnowsCommandsAndTheirOptions() {
    assertThat(scripts)
        .allSatisfy((_, script) -> assertThat(script).contains("restore", "headless"));
  }

  @Test
  void fishIsToldWhatAnOptionDoesAndWhetherItTakesAValue() {
    assertThat(scripts.get("fastshot.fish"))
        .contains(
            "complete -c fastshot -n __fish_use_subcommand -f -a rm -d '",
            "complete -c fastshot -n '__fish_seen_subcommand_from demo' -l sessions -r -d 'How"
                + " many; default 37.'\n",
            "complete -c fastshot -n '__fish_seen_subcommand_from demo' -l quiet -s q -d 'No"
                + " progress and notes on stderr.'\n");
  }

  @Test
  void powerShellHasARowOfOptionsForEachCommand() {
    assertThat(scripts.get("fastshot.ps1"))
        .contains("\n  'disconnect' = @('--library', '--home', '--quiet', '-q', '--help')\n");
  }
}
