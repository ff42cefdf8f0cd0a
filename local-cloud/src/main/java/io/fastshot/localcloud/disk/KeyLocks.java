package io.fastshot.localcloud.disk;

import java.util.concurrent.locks.ReentrantLock;

/** One lock per key, out of a fixed number: two keys may share one, a key never has two. */
final class KeyLocks {
  private static final int STRIPES = 256;

  private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

  KeyLocks() {
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new ReentrantLock();
    }
  }

  /** A lock that is held until it is closed. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /** Waits for the lock of a key. */
  Held lock(String key) {
    int hash = key.hashCode();
    ReentrantLock lock = stripes[(hash ^ (hash >>> 16)) & (STRIPES - 1)];
    lock.lock();
    return lock::unlock;
  }
}
