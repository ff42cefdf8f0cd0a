package io.fastshot.client.ui.local;

import io.fastshot.client.ui.kit.UiSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders that can be looked at: that of this app's and the original's local sessions, that of
 * the original's copies of its cloud, and those that the person has added. Remembered.
 */
final class LocalPlaces {
  private static final String ADDED = "folders";
  private static final String CHOSEN = "folder";

  private final UiSettings settings;
  private final List<Path> usual;

  LocalPlaces(Path home, UiSettings settings) {
    this.settings = settings;
    this.usual =
        List.of(
            home.resolve("sessions"),
            Path.of(System.getProperty("user.home"), "fastshot_sessions"));
  }

  /** All of them, in their order. */
  List<Path> all() {
    List<Path> all = new ArrayList<>(usual);
    for (Path folder : added()) {
      if (!all.contains(folder)) {
        all.add(folder);
      }
    }
    return all;
  }

  /** The one looked at last. */
  Path chosen() {
    Path chosen = settings.get(CHOSEN).map(LocalPlaces::path).orElse(usual.getFirst());
    return all().contains(chosen) ? chosen : usual.getFirst();
  }

  void choose(Path folder) {
    settings.put(CHOSEN, folder.toString());
  }

  void add(Path folder) {
    List<Path> next = new ArrayList<>(added());
    if (!all().contains(folder)) {
      next.add(folder);
      keep(next);
    }
    choose(folder);
  }

  /** Whether the person has added it. */
  boolean canRemove(Path folder) {
    return !usual.contains(folder) && added().contains(folder);
  }

  void remove(Path folder) {
    List<Path> next = new ArrayList<>(added());
    next.remove(folder);
    keep(next);
    choose(usual.getFirst());
  }

  private void keep(List<Path> folders) {
    settings.put(ADDED, String.join("\n", folders.stream().map(Path::toString).toList()));
  }

  private List<Path> added() {
    return settings
        .get(ADDED)
        .map(text -> text.lines().filter(line -> !line.isBlank()).map(LocalPlaces::path).toList())
        .orElse(List.of());
  }

  /** A settings file of another system may name what is no path here. */
  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException _) {
      return Path.of("");
    }
  }
}
