package io.fastshot.client.ui.kit;

import io.fastshot.files.FileMoves;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * What the window remembers over a restart: theme, size, columns, saved searches. Nothing in it is
 * needed to start; a file that cannot be read is set aside.
 *
 * <p><b>Threads:</b> safe from any thread.
 */
public final class UiSettings {
  private static final System.Logger LOG = System.getLogger(UiSettings.class.getName());

  private final Path file;
  private final InstantSource clock;
  private final Properties values;
  private final String prefix;

  private UiSettings(Path file, InstantSource clock, Properties values, String prefix) {
    this.file = file;
    this.clock = clock;
    this.values = values;
    this.prefix = prefix;
  }

  /**
   * Reads the settings of a home folder; blocks for one small file.
   *
   * @param home the folder that also holds the caches; {@code window.properties} in it
   * @param clock for "today" and ages on the screen
   */
  public static UiSettings load(Path home, InstantSource clock) {
    Path file = home.resolve("window.properties");
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      values.load(reader);
    } catch (NoSuchFileException _) {
      LOG.log(System.Logger.Level.DEBUG, "no window settings yet");
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(
          System.Logger.Level.WARNING, "the window settings cannot be read, starting afresh", e);
      setAside(file);
    }
    return new UiSettings(file, clock, values, "");
  }

  /** The folder that also holds the caches. */
  public Path home() {
    return file.resolveSibling("");
  }

  /** The clock that the window goes by. */
  public InstantSource clock() {
    return clock;
  }

  /** The same file, with keys of their own for one part of the window. */
  public UiSettings part(String name) {
    return new UiSettings(file, clock, values, prefix + name + ".");
  }

  /** A remembered text. */
  public Optional<String> get(String key) {
    return Optional.ofNullable(values.getProperty(prefix + key));
  }

  /** A remembered number of at most five digits. */
  public OptionalInt number(String key) {
    String text = values.getProperty(prefix + key, "");
    return text.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  /** Remembers a text until {@link #save()} writes it. */
  public void put(String key, String value) {
    values.setProperty(prefix + key, value);
  }

  /** It has searches that a person saved: the next save must not take its place. */
  private static void setAside(Path file) {
    try {
      FileMoves.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the window settings could not be set aside", e);
    }
  }

  /**
   * Writes the file whole or not at all; a disk that is full costs the settings, nothing else.
   *
   * @throws IOException if it could not be written
   */
  public void save() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "window", ".draft");
    try {
      try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
        values.store(writer, null);
      }
      FileMoves.move(
          draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
