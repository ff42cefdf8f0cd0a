package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandException;
import io.fastshot.container.WindowInfo;
import io.fastshot.container.png.ImageKind;
import io.fastshot.container.png.Png;
import io.fastshot.container.read.ImageVisitor;
import io.fastshot.pictures.PictureDecoder;
import io.fastshot.pictures.PictureException;
import io.fastshot.pictures.TooLargeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the best readable image of each window: annotated, else original, else as shown.
 *
 * <p>All are written under temporary names first; they get their own when the session was read to
 * its end and no name is taken by another file.
 */
public final class ImageFiles implements ImageVisitor, AutoCloseable {
  private static final List<ImageKind> BEST_FIRST =
      List.of(ImageKind.ANNOTATED, ImageKind.ORIGINAL, ImageKind.SHOWN);

  private final Path folder;
  private final Path temporary;
  private final String base;
  private final PictureDecoder decoder = new PictureDecoder();
  private final List<String> problems = new ArrayList<>();
  private final Map<Integer, Path> staged = new TreeMap<>();
  private final Map<ImageKind, byte[]> images = new EnumMap<>(ImageKind.class);
  private int windows;

  /**
   * Makes the folder.
   *
   * @param base what the names of the files begin with
   */
  public ImageFiles(Path folder, String base) throws IOException {
    this.folder = folder;
    this.base = base;
    this.temporary = Files.createDirectories(folder).resolve(Delivery.temporaryName());
  }

  @Override
  public void image(int window, ImageKind kind, byte[] png) {
    images.put(kind, png);
  }

  @Override
  public void windowEnd(int window, WindowInfo info) throws IOException {
    windows++;
    String reason = null;
    for (ImageKind kind : BEST_FIRST) {
      byte[] png = images.get(kind);
      if (png != null) {
        String problem = problem(png);
        if (problem == null) {
          stage(window, png);
          break;
        }
        reason = reason == null ? problem : reason;
      }
    }
    if (!staged.containsKey(window)) {
      problems.add("image " + (window + 1) + " " + (reason == null ? "is missing" : reason));
    } else if (reason != null) {
      problems.add(
          "the best form of image " + (window + 1) + " " + reason + "; another one was written");
    }
    images.clear();
  }

  private @Nullable String problem(byte[] png) throws IOException {
    try {
      decoder.png(png);
      return null;
    } catch (TooLargeException e) {
      return Png.problem(png); // another machine can show it
    } catch (PictureException e) {
      return e.getMessage();
    }
  }

  private void stage(int window, byte[] png) throws IOException {
    Path file = Files.createDirectories(temporary).resolve(window + ".png");
    staged.put(window, Files.write(file, png));
  }

  /**
   * Gives the files their names.
   *
   * @return the files, in order
   * @throws CommandException if a name is taken by another file; nothing was written then
   */
  public List<Path> deliver() throws IOException {
    int digits = Math.max(2, Integer.toString(windows).length());
    Map<Path, Path> files = new java.util.LinkedHashMap<>();
    staged.forEach((window, temp) -> {
      String number = String.format(Locale.ROOT, "%0" + digits + "d", window + 1);
      files.put(temp, folder.resolve(base + "_" + number + ".png"));
    });
    for (Map.Entry<Path, Path> file : files.entrySet()) {
      Delivery.requireFree(file.getKey(), file.getValue());
    }
    for (Map.Entry<Path, Path> file : files.entrySet()) {
      Delivery.place(file.getKey(), file.getValue());
    }
    return List.copyOf(files.values());
  }

  /** What is wrong with the images, each in words; a session without windows has one too. */
  public List<String> problems() {
    return windows == 0 ? List.of("it holds no images") : List.copyOf(problems);
  }

  @Override
  public void close() throws IOException {
    for (Path file : staged.values()) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(temporary);
  }
}
