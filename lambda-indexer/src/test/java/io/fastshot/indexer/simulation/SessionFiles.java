package io.fastshot.indexer.simulation;

import io.fastshot.indexer.simulation.Action.Content;
import io.fastshot.model.SessionId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** The session files of the simulation: tiny, and the same bytes for the same kind and version. */
final class SessionFiles {

  /** Names start with a time: a bad file then has a date that does not depend on its arrival. */
  private static final String[] BASES = {
    "20250621114615_a", "20250621114616_b c", "20250621114617_会议+1", "20250621114618_d%41"
  };

  /** More than the first range that the indexer reads. */
  private static final int LONG_TEXT = 70_000;

  private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();
  private static final Map<Integer, byte[]> PICTURES = new ConcurrentHashMap<>();

  private SessionFiles() {}

  static int count() {
    return BASES.length;
  }

  /** The session of a number; beyond {@link #count} the names are plain. */
  static SessionId id(int key) {
    return new SessionId(key < BASES.length ? BASES[key] : "20250621114619_k" + key);
  }

  /** The bytes of a file. */
  static byte[] bytes(Content content, int version) {
    return FILES.computeIfAbsent(content + " " + version, _ -> make(content, version));
  }

  private static byte[] make(Content content, int version) {
    String text =
        switch (content) {
          case NOTHING, EMPTY -> "";
          case GARBAGE -> "garbage " + version;
          case PLAIN -> session(version, "", "null");
          case PICTURE ->
              session(
                  version, "", '"' + Base64.getEncoder().encodeToString(picture(version)) + '"');
          case CUT_OFF -> session(version, "", "null").substring(0, 80 + version);
          case LONG -> session(version, "x".repeat(LONG_TEXT), "null");
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String session(int version, String text, String collage) {
    return """
    {"session": {"version": "1.0", "timestamp": "2025-06-21T11:46:15", "windows": [], "x": "%s"},
     "metadata": {"name": "version %d", "desc": "d", "tags": ["t"], "color": "green", "class": "c",
        "created_at": "2025-06-21T11:46:15", "filename": "x", "image_count": 0,
        "thumbnail_collage": %s}}\
    """
        .formatted(text, version, collage);
  }

  /** The picture in a file of kind {@code PICTURE}. */
  static byte[] picture(int version) {
    return PICTURES.computeIfAbsent(version, SessionFiles::draw);
  }

  private static byte[] draw(int version) {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, version);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("every JDK writes PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
