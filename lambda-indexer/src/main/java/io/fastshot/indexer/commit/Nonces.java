package io.fastshot.indexer.commit;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Random names. */
public final class Nonces {
  private Nonces() {}

  /** 128 random bits as 32 hexadecimal digits: never the same twice. */
  public static String next(RandomGenerator random) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
