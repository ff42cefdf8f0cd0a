package io.fastshot.container.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The bytes of one session file, by range: a local file, an array, or an object in a bucket.
 *
 * <p>Its {@link IOException}s pass through every reader of this package; what is wrong with the
 * bytes themselves is a result of the reader.
 */
public interface ByteSource {

  /** The size of the whole file; 0 or more. Costs no request. */
  long sizeBytes();

  /**
   * Reads a range. One request where the source is remote.
   *
   * @param offset 0 to {@link #sizeBytes()}
   * @param length 0 or more
   * @return {@code length} bytes; fewer only where the file ends
   */
  byte[] read(long offset, int length) throws IOException;

  /**
   * A stream from an offset to the end. One request where the source is remote. The caller closes
   * it.
   *
   * @param offset 0 to {@link #sizeBytes()}
   */
  InputStream open(long offset) throws IOException;

  /** The bytes of an array, which is not copied. */
  static ByteSource of(byte[] bytes) {
    return new ArrayByteSource(bytes);
  }

  /**
   * The bytes of a file, whose size is taken now.
   *
   * @throws IOException if there is no such file
   */
  static ByteSource of(Path file) throws IOException {
    return new FileByteSource(file);
  }
}
