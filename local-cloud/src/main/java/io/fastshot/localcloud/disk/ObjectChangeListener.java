package io.fastshot.localcloud.disk;

/** Hears of each change of an object. */
@FunctionalInterface
public interface ObjectChangeListener {

  /**
   * Called after the change can be seen and before the client has its answer, under the lock of the
   * key: the calls for one key come in the order of its changes. Must be fast and must not throw.
   */
  void changed(ObjectChange change);
}
