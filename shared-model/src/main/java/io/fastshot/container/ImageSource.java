package io.fastshot.container;

import java.io.IOException;

/** Gives the bytes of a PNG each time it is asked, always the same ones. */
@FunctionalInterface
public interface ImageSource {

  /** The whole PNG file. */
  byte[] png() throws IOException;

  /** Bytes that are in memory already. */
  static ImageSource of(byte[] png) {
    return () -> png;
  }
}
