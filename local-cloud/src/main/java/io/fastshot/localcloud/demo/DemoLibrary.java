package io.fastshot.localcloud.demo;

import io.fastshot.model.KeyLayout;
import io.fastshot.store.ObjectStore;

/** Makes a library of sessions with drawn pictures, for demonstrations and tests. */
public final class DemoLibrary {
  private DemoLibrary() {}
}
