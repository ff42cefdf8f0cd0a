package io.fastshot.indexer.exhaustive;

import java.util.Arrays;

/** Gives each long a dense number, and the long of a number. */
final class LongTable {
  private final LongIntMap numbers = new LongIntMap();
  private long[] longs = new long[1 << 10];

  int numberOf(long value) {
    int number = numbers.get(value);
    if (number < 0) {
      number = numbers.size();
      numbers.put(value, number);
      if (number == longs.length) {
        longs = Arrays.copyOf(longs, 2 * number);
      }
      longs[number] = value;
    }
    return number;
  }

  long get(int number) {
    return longs[number];
  }

  int size() {
    return numbers.size();
  }
}
