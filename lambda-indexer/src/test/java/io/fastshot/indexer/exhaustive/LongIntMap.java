package io.fastshot.indexer.exhaustive;

import java.util.Arrays;

/** From longs to ints of 0 or more, without boxes: the tables here have millions of entries. */
final class LongIntMap {
  private static final int NONE = -1;

  private long[] keys = new long[1 << 10];
  private int[] values = filled(1 << 10);
  private int size;

  private static int[] filled(int length) {
    int[] values = new int[length];
    Arrays.fill(values, NONE);
    return values;
  }

  int size() {
    return size;
  }

  /** The value of a key; -1 if it has none. */
  int get(long key) {
    return values[slot(keys, values, key)];
  }

  /** Gives a value to a key that has none. */
  void put(long key, int value) {
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(keys, values, key);
    keys[slot] = key;
    values[slot] = value;
    size++;
  }

  private static int slot(long[] keys, int[] values, long key) {
    int mask = keys.length - 1;
    int slot = Mix.of(key) & mask;
    while (values[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] moreKeys = new long[2 * keys.length];
    int[] moreValues = filled(2 * keys.length);
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != NONE) {
        int slot = slot(moreKeys, moreValues, keys[i]);
        moreKeys[slot] = keys[i];
        moreValues[slot] = values[i];
      }
    }
    keys = moreKeys;
    values = moreValues;
  }
}
