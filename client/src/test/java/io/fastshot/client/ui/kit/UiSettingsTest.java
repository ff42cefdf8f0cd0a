package io.fastshot.client.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person saved in the window's settings is not lost without a word. */
final class UiSettingsTest {
  @TempDir private Path home;

  private UiSettings load() {
    return UiSettings.load(home, InstantSource.system());
  }

  @Test
  void aFileThatCannotBeReadIsSetAsideBeforeTheNextSave() throws IOException {
    Files.writeString(home.resolve("window.properties"), "searches=mine\nbroken=\\uXYZ");
    UiSettings settings = load();
    settings.put("order", "NAME up");
    settings.save();
    assertThat(home.resolve("window.properties.damaged")).content().contains("searches=mine");
    assertThat(load().get("order")).contains("NAME up");
  }

  @Test
  void aSaveThatFailsIsToldAndLeavesNothing() throws IOException {
    Files.createDirectories(home.resolve("window.properties").resolve("in the way"));
    UiSettings settings = load();
    Files.createDirectories(home.resolve("window.properties").resolve("in the way"));
    settings.put("searches", "mine");
    assertThatThrownBy(settings::save).isInstanceOf(IOException.class);
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.endsWith(".draft"));
    }
  }
}
