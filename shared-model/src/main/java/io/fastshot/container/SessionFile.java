package io.fastshot.container;

import io.fastshot.model.SessionFields;
import java.util.List;

/**
 * A session to be written.
 *
 * @param fields its {@code imageCount} must be the number of windows
 * @param filename its own file name, which the original keeps in the file; see {@link SessionNames}
 * @param windows in order; may be empty
 */
public record SessionFile(SessionFields fields, String filename, List<SessionWindow> windows) {

  public SessionFile {
    windows = List.copyOf(windows);
    if (fields.imageCount() != windows.size()) {
      throw new IllegalArgumentException(
          "imageCount is " + fields.imageCount() + ", but there are " + windows.size());
    }
  }
}
