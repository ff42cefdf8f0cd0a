package io.fastshot.client.ui.sessions;

import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.thumbs.Thumbnails;

/** The pictures in the three sizes in which they are shown. */
final class Pictures {
  /** Twice the size in the list, for screens of 200 %. */
  private static final int SMALL = 120;

  private static final int SMALL_KEPT = 600;
  private static final int MEDIUM = 320;
  private static final int MEDIUM_KEPT = 240;
  private static final int LARGE = 600;
  private static final int LARGE_KEPT = 12;

  private final Thumbnails small;
  private final Thumbnails medium;
  private final Thumbnails large;

  Pictures(Thumbnails.Source source, Tasks tasks) {
    small = new Thumbnails(source, tasks, SMALL, SMALL_KEPT);
    medium = new Thumbnails(source, tasks, MEDIUM, MEDIUM_KEPT);
    large = new Thumbnails(source, tasks, LARGE, LARGE_KEPT);
  }

  Thumbnails rows() {
    return small;
  }

  Thumbnails gallery() {
    return medium;
  }

  Thumbnails preview() {
    return large;
  }

  void retryFailed() {
    small.retryFailed();
    medium.retryFailed();
    large.retryFailed();
  }
}
