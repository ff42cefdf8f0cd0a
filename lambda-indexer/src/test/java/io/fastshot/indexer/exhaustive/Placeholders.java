package io.fastshot.indexer.exhaustive;

import java.util.random.RandomGenerator;

/** Random numbers that can be told from others in what a handler writes. Each is drawn once. */
final class Placeholders implements RandomGenerator {

  /** What all of them have in common: as a regular expression of 16 hexadecimal digits. */
  static final String HEX = "5eed[0-9a-f]{12}";

  private long drawn = 0x5eed_0000_0000_0000L;

  @Override
  public long nextLong() {
    return ++drawn;
  }
}
