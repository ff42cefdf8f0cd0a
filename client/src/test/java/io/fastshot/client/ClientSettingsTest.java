package io.fastshot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that several commands change at once. */
class ClientSettingsTest {
  private static final int WRITERS = 16;

  @TempDir Path home;

  private static LibraryEntry entry(String name) {
    return new LibraryEntry(name, null, null, "us-east-1", name, "", null, "f", null);
  }

  @Test
  void changesMadeAtOnceAreAllKept() throws Exception {
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<ClientSettings>> all = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        String name = "library-" + i;
        all.add(writers.submit(() -> ClientSettings.change(home, s -> s.with(entry(name)))));
      }
      for (Future<ClientSettings> one : all) {
        assertThat(one.get().libraries()).isNotEmpty();
      }
    }
    assertThat(ClientSettings.load(home).libraries()).hasSize(WRITERS);
  }

  @Test
  void aDamagedFileIsToldByItsNameAndKept() throws IOException {
    Path file = Files.writeString(home.resolve("settings.json"), "{\"libraries\":");
    assertThatThrownBy(() -> ClientSettings.change(home, s -> s.with(entry("a"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
    assertThat(file).hasContent("{\"libraries\":");
  }
}
