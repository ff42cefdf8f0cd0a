package io.fastshot.localcloud.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * An object that is being read; its bytes stay readable when the object is replaced or removed.
 *
 * @param object what it is
 * @param channel its file, the content from position 0
 */
public record OpenObject(StoredObject object, FileChannel channel) implements AutoCloseable {

  /**
   * A part of the content; closing the stream closes the object.
   *
   * @param offset 0 to the size
   * @param length 0 to the size less the offset
   */
  public InputStream content(long offset, long length) {
    return new Slice(channel, offset, length);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static final class Slice extends InputStream {
    private final FileChannel channel;
    private long position;
    private final long end;

    Slice(FileChannel channel, long offset, long length) {
      this.channel = channel;
      this.position = offset;
      this.end = offset + length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (position == end) {
        return -1;
      }
      int wanted = (int) Math.min(length, end - position);
      int n = channel.read(ByteBuffer.wrap(bytes, from, wanted), position);
      if (n < 0) {
        throw new IOException("a file of the object store is cut off");
      }
      position += n;
      return n;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
