package io.fastshot.localcloud.demo;

import io.fastshot.model.KeyLayout;
import io.fastshot.store.ObjectStore;

/** Makes a library of sessions with drawn pictures, for demonstrations and tests. */
public final class DemoLibrary {
  private DemoLibrary() {}

  /** The key that the demo's session files in the original's format are written with. */
  public static final String LEGACY_KEY = "fastshot-demo";

  /** How many sessions a demo library has where nothing else is asked for. */
  public static final int DEFAULT_SESSIONS = 37;

  /**
   * Fills a store with sessions.
   *
   * @param sessions how many; 1 or more
   * @param seed of everything drawn; the same seed gives the same files
   */
  public static void fill(ObjectStore store, KeyLayout layout, int sessions, long seed) {
    if (sessions < 1) {
      throw new IllegalArgumentException(sessions + store.toString() + layout + seed);
    }
  }
}
