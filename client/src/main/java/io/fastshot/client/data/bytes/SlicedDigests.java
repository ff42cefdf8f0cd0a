package io.fastshot.client.data.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The checksums of a file and of its pieces, computed in one pass.
 *
 * @param whole of the file
 * @param slices in their order; all of the same size but the last; none for an empty file
 */
public record SlicedDigests(Digests whole, List<Slice> slices) {
  private static final int BUFFER_BYTES = 64 * 1024;

  public SlicedDigests {
    slices = List.copyOf(slices);
  }

  /**
   * Of a file; may be given up between pieces of some KiB.
   *
   * @param sliceBytes size of the pieces; 1 or more
   */
  public static SlicedDigests of(Path file, long sliceBytes, Progress progress) throws IOException {
    Digests.Running whole = new Digests.Running();
    List<Slice> slices = new ArrayList<>();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      long offset = 0;
      for (boolean more = true; more; ) {
        Digests.Running slice = new Digests.Running();
        long left = sliceBytes;
        while (left > 0 && more) {
          int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
          more = n >= 0;
          if (more) {
            whole.update(buffer, n);
            slice.update(buffer, n);
            left -= n;
          }
          Transfer.stopIfCancelled(progress);
        }
        Digests done = slice.finish();
        if (done.sizeBytes() > 0) {
          int number = slices.size() + 1;
          slices.add(new Slice(number, offset, done.sizeBytes(), done.crc64nvme(), done.md5()));
          offset += done.sizeBytes();
        }
      }
    }
    return new SlicedDigests(whole.finish(), slices);
  }
}
