package io.fastshot.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.json.Reasons;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.HeaderReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** However large a file is, the work on it is bounded. */
class WorkLimitsTest {
  private static final int MIB = 1024 * 1024;
  private static final long MOST = 128L * MIB;

  @Test
  void smallerFilesAreStreamedTwiceForTheirThumbnail() throws IOException {
    RecordingByteSource file = new RecordingByteSource(new Filled(20 * MIB));
    assertThat(new AllegedHeaderReader(XorMask.none()).read(file))
        .isInstanceOf(HeaderReading.Readable.class);
    assertThat(file.streams()).isEqualTo(2);
  }

  @Test
  void aFileThatCannotBeStreamedTwiceIsStreamedOnceWithoutItsThumbnail() throws IOException {
    RecordingByteSource file = new RecordingByteSource(new Filled(65 * MIB));
    assertThat(new AllegedHeaderReader(XorMask.none()).read(file))
        .isInstanceOf(HeaderReading.Readable.class);
    assertThat(file.streams()).isEqualTo(1);
    assertThat(file.bytes()).isLessThan(MOST);
  }

  @Test
  void aLargerFileIsNotStreamed() throws IOException {
    RecordingByteSource file = new RecordingByteSource(new Filled(129 * MIB));
    assertThat(new AllegedHeaderReader(XorMask.none()).read(file))
        .isEqualTo(new HeaderReading.Unreadable(Reasons.TOO_LARGE));
    assertThat(file.streams()).isZero();
    assertThat(file.bytes()).isLessThan(MIB);
  }

  /** A session with a thumbnail that is none, and many spaces. */
  private static final class Filled implements ByteSource {
    private static final byte[] START =
        "{\"metadata\": {\"thumbnail_collage\": \"*\"}, \"windows\": ["
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);
    private final int size;

    Filled(int size) {
      this.size = size;
    }

    @Override
    public long sizeBytes() {
      return size;
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
      try (InputStream in = open(offset)) {
        return in.readNBytes(length);
      }
    }

    @Override
    public InputStream open(long offset) throws IOException {
      byte[] spaces = new byte[size - START.length - END.length];
      Arrays.fill(spaces, (byte) ' ');
      InputStream in =
          new SequenceInputStream(
              new ByteArrayInputStream(START),
              new SequenceInputStream(
                  new ByteArrayInputStream(spaces), new ByteArrayInputStream(END)));
      in.skipNBytes(offset);
      return in;
    }
  }
}
