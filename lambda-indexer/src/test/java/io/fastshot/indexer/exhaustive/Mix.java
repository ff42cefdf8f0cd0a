package io.fastshot.indexer.exhaustive;

/** Spreads bits for hash tables. */
final class Mix {
  private Mix() {}

  /** The finaliser of SplitMix64, its upper half. */
  static int of(long key) {
    long mixed = (key ^ (key >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return (int) (mixed >>> 32) & Integer.MAX_VALUE;
  }
}
