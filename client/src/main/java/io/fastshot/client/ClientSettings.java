package io.fastshot.client;

import io.fastshot.files.FileMoves;
import io.fastshot.files.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code settings.json} in the home folder: the libraries and which one is chosen. Holds no
 * credentials: those come from the AWS default chain, a profile, or the local cloud's own folder.
 *
 * @param libraries unique by name
 * @param chosen name of the library that is used when none is asked for; null if none is
 */
public record ClientSettings(List<LibraryEntry> libraries, @Nullable String chosen) {
  private static final String FILE = "settings.json";
  private static final String LOCK = "settings.lock";
  private static final Object IN_THIS_PROCESS = new Object();
  private static final JsonMapper JSON = new JsonMapper();

  public ClientSettings {
    libraries = List.copyOf(libraries);
  }

  /** No library yet. */
  public static ClientSettings empty() {
    return new ClientSettings(List.of(), null);
  }

  /** A library by name. */
  public Optional<LibraryEntry> library(String name) {
    return libraries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** The same with a library added, or replaced by its name, and chosen if none was. */
  public ClientSettings with(LibraryEntry entry) {
    List<LibraryEntry> next = new ArrayList<>(libraries);
    next.removeIf(other -> other.name().equals(entry.name()));
    next.add(entry);
    return new ClientSettings(next, chosen == null ? entry.name() : chosen);
  }

  /** The same with another library chosen; null: none. */
  public ClientSettings choosing(@Nullable String name) {
    return new ClientSettings(libraries, name);
  }

  /** The same without a library; if it was chosen, none is. */
  public ClientSettings without(String name) {
    return new ClientSettings(
        libraries.stream().filter(entry -> !entry.name().equals(name)).toList(),
        name.equals(chosen) ? null : chosen);
  }

  /**
   * Reads the settings of a home; none if there are none yet.
   *
   * @throws IOException if the file is there and cannot be read or understood; the message is for a
   *     person
   */
  public static ClientSettings load(Path home) throws IOException {
    Path file = home.resolve(FILE);
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      List<LibraryEntry> libraries =
          root.path("libraries").valueStream().map(LibraryEntry::fromJson).toList();
      String chosen = root.path("chosen").asString("");
      return new ClientSettings(libraries, chosen.isEmpty() ? null : chosen);
    } catch (NoSuchFileException _) {
      return empty();
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(
          file + " is damaged; correct it or remove it (libraries are then set up anew)", e);
    }
  }

  /**
   * Loads, changes and saves under one lock, so that no change of another process or thread is
   * lost.
   *
   * @param change may throw; nothing is saved then
   * @return what is saved
   * @throws IOException as {@link #load}, or if the file cannot be written
   */
  public static ClientSettings change(Path home, UnaryOperator<ClientSettings> change)
      throws IOException {
    Files.createDirectories(home);
    synchronized (IN_THIS_PROCESS) { // a file's lock is the process's, not a thread's
      try (FileChannel file =
              FileChannel.open(
                  home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = file.lock()) {
        ClientSettings next = change.apply(load(home));
        if (!lock.isValid()) {
          throw new IOException(home.resolve(LOCK) + " was lost");
        }
        next.save(home);
        return next;
      }
    }
  }

  /** Writes the settings whole or not at all. */
  void save(Path home) throws IOException {
    ObjectNode root = JSON.createObjectNode().put("version", 1).put("chosen", chosen);
    libraries.forEach(entry -> root.withArray("libraries").add(entry.toJson(JSON)));
    Files.createDirectories(home);
    Path temp = Files.createTempFile(home, "settings", ".tmp");
    try {
      var _ = OwnerOnly.make(temp); // before it holds keys
      Files.write(temp, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
      FileMoves.move(
          temp,
          home.resolve(FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temp);
    }
  }
}
