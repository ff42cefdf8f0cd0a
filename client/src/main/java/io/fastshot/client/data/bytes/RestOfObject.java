package io.fastshot.client.data.bytes;

import io.fastshot.store.ByteRange;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An object read from its beginning, of which the first bytes were asked for already: the rest is
 * asked for, with a second request, only when the reader gets there. Closing gives up what was not
 * read.
 */
public final class RestOfObject extends InputStream {
  private final ObjectStore store;
  private final ObjectInfo info;
  private InputStream part;
  private long position;
  private boolean rest;

  /** Another version of the object was written between the two requests. */
  public static final class ChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    ChangedException(String key) {
      super(key + " was replaced while it was read");
    }
  }

  /**
   * @param first the answer to the request for the object's beginning; closed with this stream
   */
  public RestOfObject(ObjectStore store, GetOutcome.Found first) {
    this.store = store;
    this.info = first.info();
    this.part = first.body();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = part.read(buffer, offset, length);
    if (count < 0 && !rest && position < info.sizeBytes()) {
      part.close();
      part = openRest();
      rest = true;
      count = part.read(buffer, offset, length);
    }
    position += Math.max(0, count);
    return count;
  }

  private InputStream openRest() throws IOException {
    GetOutcome outcome =
        store.get(info.key(), new ByteRange.From(position), Precondition.matches(info.etag()));
    @Nullable InputStream body = outcome instanceof GetOutcome.Found found ? found.body() : null;
    if (body == null) {
      throw new ChangedException(info.key());
    }
    return body;
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
