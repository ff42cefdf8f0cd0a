package io.fastshot.client.ui.hotkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.ui.hotkey.GlobalHotkey.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands are run here, against programs that keep what a desktop would. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class WaylandAdviceTest {
  /** Keeps one file for each key; a key that was never set answers an empty list. */
  private static final String GSETTINGS =
      """
      #!/bin/sh
      file="$FAKE/$(printf %s "$2-$3" | tr '/:' '__')"
      case $1 in
        get) cat "$file" 2>/dev/null || echo '@as []' ;;
        set) printf '%s\\n' "$4" >"$file" ;;
      esac
      """;

  private static final String LIST =
      "org.gnome.settings-daemon.plugins.media-keys-custom-keybindings";
  private static final String ENTRY =
      "/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings/fastshot/";
  private static final String OWN =
      "org.gnome.settings-daemon.plugins.media-keys.custom-keybinding:" + ENTRY;

  @TempDir Path folder;

  private static String command(String desktop, String launcher) {
    Properties properties = new Properties();
    properties.setProperty("fastshot.launcher", launcher);
    State state =
        new WaylandAdvice(Map.of("XDG_CURRENT_DESKTOP", desktop), properties)
            .unavailable(KeyCombination.SHIFT_F6);
    return Objects.requireNonNull(((State.Unavailable) state).command());
  }

  private void run(String command) throws IOException, InterruptedException {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-eu", "-c", command).inheritIO().redirectErrorStream(true);
    shell.environment().put("FAKE", folder.toString());
    shell.environment().put("XDG_DATA_HOME", folder.toString());
    shell.environment().merge("PATH", folder + ":", (path, own) -> own + path);
    assertThat(shell.start().waitFor()).isZero();
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private String kept(String key) throws IOException {
    return Files.readString(folder.resolve(key.replaceAll("[/:]", "_")), UTF_8).strip();
  }

  @Test
  void gnomeGetsOneKeyMoreHoweverOftenItIsRun() throws Exception {
    program("gsettings", GSETTINGS);
    String command = command("ubuntu:GNOME", "/opt/my apps/it's/fastshot");
    run(command);
    assertThat(kept(LIST)).isEqualTo("['" + ENTRY + "']");
    assertThat(kept(OWN + "-command")).isEqualTo("\"/opt/my apps/it's/fastshot\" show");
    assertThat(kept(OWN + "-binding")).isEqualTo("<Shift>F6");

    Files.writeString(folder.resolve(LIST), "['/a/custom0/']\n");
    run(command);
    run(command);
    assertThat(kept(LIST)).isEqualTo("['/a/custom0/', '" + ENTRY + "']");
  }

  @Test
  void plasmaGetsAnEntryWithAKey() throws Exception {
    program("kwriteconfig6", "#!/bin/sh\nprintf '%s\\n' \"$*\" >\"$FAKE/config\"\n");
    run(command("KDE", "/usr/bin/fastshot"));
    assertThat(folder.resolve("applications/fastshot-show.desktop"))
        .content()
        .startsWith("[Desktop Entry]\n")
        .contains("\nExec=/usr/bin/fastshot show\n");
    assertThat(kept("config")).contains("--group fastshot-show.desktop", "_launch Shift+F6");
  }

  @Test
  void elsewhereNothingIsInvented() {
    State state =
        new WaylandAdvice(Map.of("XDG_CURRENT_DESKTOP", "sway"), new Properties())
            .unavailable(KeyCombination.SHIFT_F6);
    assertThat(((State.Unavailable) state).command()).isNull();
  }
}
