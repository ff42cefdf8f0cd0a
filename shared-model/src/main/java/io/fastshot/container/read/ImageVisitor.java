package io.fastshot.container.read;

import io.fastshot.container.WindowInfo;
import io.fastshot.container.png.ImageKind;
import java.io.IOException;

/**
 * Receives the images of a session in the order of the file, on the thread that reads. What {@link
 * #wants} refuses is skipped without being decoded.
 */
public interface ImageVisitor {

  /**
   * Whether to decode an image.
   *
   * @param window position of the window in the file, from 0
   */
  default boolean wants(int window, ImageKind kind) {
    return true;
  }

  /**
   * One image.
   *
   * @param window position of the window in the file, from 0
   * @param png the bytes that the file holds, which should be a PNG; not checked, not kept
   * @throws IOException ends the reading and passes through
   */
  void image(int window, ImageKind kind, byte[] png) throws IOException;

  /**
   * A window is complete; called after its images.
   *
   * @param window position of the window in the file, from 0
   * @throws IOException ends the reading and passes through
   */
  default void windowEnd(int window, WindowInfo info) throws IOException {}
}
