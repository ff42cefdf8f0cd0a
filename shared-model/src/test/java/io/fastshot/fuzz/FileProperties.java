package io.fastshot.fuzz;

import io.fastshot.container.FastshotCodec;
import io.fastshot.container.Format;
import io.fastshot.container.FormatException;
import io.fastshot.container.ImageSource;
import io.fastshot.container.RecordingByteSource;
import io.fastshot.container.SessionFile;
import io.fastshot.container.SessionWindow;
import io.fastshot.container.WindowInfo;
import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.png.ImageKind;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.container.read.ImageVisitor;
import io.fastshot.container.read.SessionReading;
import io.fastshot.model.SessionFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for any bytes that are read as a session file: readers give a result, the ranged one
 * reads what the whole-file reader reads, and what was read can be written and read again.
 */
final class FileProperties {
  private static final int MAX_REASON = 300;

  private FileProperties() {}

  static void check(byte[] file, XorMask key) throws IOException {
    HeaderReading header =
        new AllegedHeaderReader(key).read(new RecordingByteSource(ByteSource.of(file)));
    if (header instanceof HeaderReading.Unreadable(String reason)) {
      require(reason.length() < MAX_REASON, "a long reason", reason);
    }
    SessionReading whole = new FastshotCodec(key).inspect(ByteSource.of(file));
    Windows windows = windows(file, key);
    switch (whole) {
      case SessionReading.Unreadable(String reason) ->
          require(reason.length() < MAX_REASON, "a long reason", reason);
      case SessionReading.Readable(SessionFields fields, _, _) -> {
        require(
            header instanceof HeaderReading.Readable readable
                && readable.header().fields().equals(fields),
            "the readers differ",
            header,
            whole);
        if (windows != null) {
          roundTrips(fields, windows);
        }
      }
    }
  }

  private static void roundTrips(SessionFields read, Windows windows) throws IOException {
    SessionFields fields =
        new SessionFields(
            read.name(),
            read.desc(),
            read.tags(),
            read.color(),
            read.sessionClass(),
            windows.infos.size(),
            read.createdAt());
    SessionFile session = new SessionFile(fields, "x.fastshot", windows.toWrite());
    XorMask key = XorMask.of("k");
    for (Format format : List.of(Format.CURRENT, Format.JSON, Format.CLOUD_XOR)) {
      XorMask mask = format == Format.JSON ? XorMask.none() : key;
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new FastshotCodec(mask).write(session, format, out);
      SessionReading again = new FastshotCodec(mask).inspect(ByteSource.of(out.toByteArray()));
      require(
          again instanceof SessionReading.Readable readable && readable.fields().equals(fields),
          "written and read again it differs",
          format,
          fields,
          again);
      Windows same = windows(out.toByteArray(), mask);
      require(
          same != null && same.infos.equals(windows.infos) && same.sizes().equals(windows.sizes()),
          "windows written and read again differ",
          format,
          windows.infos);
    }
  }

  private static @Nullable Windows windows(byte[] file, XorMask key) throws IOException {
    Windows windows = new Windows();
    try {
      new FastshotCodec(key).readImages(ByteSource.of(file), windows);
      return windows.isComplete() ? windows : null;
    } catch (FormatException e) {
      require(e.reason().length() < MAX_REASON, "a long reason", e.reason());
      return null;
    }
  }

  private static void require(boolean holds, String otherwise, Object... about) {
    if (!holds) {
      throw new AssertionError(otherwise + ": " + List.of(about));
    }
  }

  /** The windows of a file and their images, made harmless: no pixel of them is to be decoded. */
  private static final class Windows implements ImageVisitor {
    final List<WindowInfo> infos = new ArrayList<>();
    private final List<Map<ImageKind, byte[]>> images = new ArrayList<>();
    private int last = -1;

    @Override
    public void image(int window, ImageKind kind, byte[] png) {
      of(window).put(kind, new byte[png.length]);
    }

    @Override
    public void windowEnd(int window, WindowInfo info) {
      of(window);
      infos.add(info);
      last = window;
    }

    private Map<ImageKind, byte[]> of(int window) {
      while (images.size() <= window) {
        images.add(new EnumMap<>(ImageKind.class));
      }
      return images.get(window);
    }

    /** Whether no element of the list was something else than a window. */
    boolean isComplete() {
      return last == infos.size() - 1;
    }

    List<SessionWindow> toWrite() {
      List<SessionWindow> all = new ArrayList<>();
      for (int i = 0; i < infos.size(); i++) {
        Map<ImageKind, byte[]> of = images.get(i);
        byte[] annotated = of.get(ImageKind.ANNOTATED);
        all.add(
            new SessionWindow(
                infos.get(i),
                ImageSource.of(of.getOrDefault(ImageKind.SHOWN, new byte[0])),
                ImageSource.of(of.getOrDefault(ImageKind.ORIGINAL, new byte[0])),
                annotated == null ? null : ImageSource.of(annotated)));
      }
      return all;
    }

    List<List<Integer>> sizes() {
      List<List<Integer>> sizes = new ArrayList<>();
      for (Map<ImageKind, byte[]> of : images) {
        sizes.add(of.values().stream().map(image -> image.length).toList());
      }
      return sizes;
    }
  }
}
