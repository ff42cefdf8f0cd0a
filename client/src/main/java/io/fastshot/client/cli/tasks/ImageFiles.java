package io.fastshot.client.cli.tasks;

import io.fastshot.container.WindowInfo;
import io.fastshot.container.png.ImageKind;
import io.fastshot.container.read.ImageVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the best image of each window: annotated, else original, else as shown. */
public final class ImageFiles implements ImageVisitor {
  private static final List<ImageKind> BEST_FIRST =
      List.of(ImageKind.ANNOTATED, ImageKind.ORIGINAL, ImageKind.SHOWN);

  private final Path folder;
  private final String base;
  private final List<Path> written = new ArrayList<>();
  private final Map<ImageKind, byte[]> images = new EnumMap<>(ImageKind.class);

  public ImageFiles(Path folder, String base) {
    this.folder = folder;
    this.base = base;
  }

  @Override
  public void image(int window, ImageKind kind, byte[] png) {
    images.put(kind, png);
  }

  @Override
  public void windowEnd(int window, WindowInfo info) throws IOException {
    for (ImageKind kind : BEST_FIRST) {
      byte[] png = images.get(kind);
      if (png != null) {
        Path file = folder.resolve(String.format(Locale.ROOT, "%s_%02d.png", base, window + 1));
        Files.write(file, png);
        written.add(file);
        break;
      }
    }
    images.clear();
  }

  public List<Path> written() {
    return List.copyOf(written);
  }
}
