package io.fastshot.container;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where the JSON of a session stands in its file and how it is masked.
 *
 * @param format of the file
 * @param offset of the first payload byte
 * @param mask to be taken off; none if it stands in clear
 */
public record Payload(Format format, long offset, XorMask mask) {

  /** The payload as it is stored. */
  InputStream openStored(ByteSource source) throws IOException {
    return source.open(offset);
  }

  /** The JSON. */
  public InputStream open(ByteSource source) throws IOException {
    return mask.unmask(source.open(offset), 0);
  }
}
