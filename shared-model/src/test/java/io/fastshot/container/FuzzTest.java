package io.fastshot.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.fastshot.container.bytes.ByteSource;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.read.AllegedHeaderReader;
import io.fastshot.container.read.HeaderReading;
import io.fastshot.container.read.SessionReading;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, a reader gives a result, in bounded time. */
class FuzzTest {
  private static final int MUTATIONS = 2_000;

  @Test
  void noMutationOfASampleEndsInAnythingButAResult() {
    List<SampleSessions.Sample> samples = new ArrayList<>(SampleSessions.all());
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          int readable = 0;
          int unreadable = 0;
          byte[] current =
              RoundTripTest.write(RoundTripTest.session(SampleSessions.FIELDS), Format.CURRENT, "");
          samples.add(new SampleSessions.Sample("current", "", current, null, null));
          for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            SampleSessions.Sample sample = samples.get(seed % samples.size());
            if (reads(mutated(sample.bytes(), random), sample.key())) {
              readable++;
            } else {
              unreadable++;
            }
          }
          assertThat(readable).isGreaterThan(MUTATIONS / 20);
          assertThat(unreadable).isGreaterThan(MUTATIONS / 20);
        });
  }

  private static boolean reads(byte[] bytes, String key) throws IOException {
    ByteSource source = ByteSource.of(bytes);
    XorMask mask = XorMask.of(key);
    HeaderReading header = new AllegedHeaderReader(mask).read(source);
    if (header instanceof HeaderReading.Unreadable(String reason)) {
      assertThat(reason).isNotBlank();
    }
    FastshotCodec codec = new FastshotCodec(mask);
    SessionReading reading = codec.inspect(source);
    try {
      codec.readImages(source, (window, kind, png) -> assertThat(png).isNotEmpty());
    } catch (FormatException e) {
      assertThat(e.reason()).isNotBlank();
    }
    return reading instanceof SessionReading.Readable;
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    if (bytes.length == 0) {
      return bytes;
    }
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> flipped(bytes, random, 1, bytes.length);
      case 2 -> flipped(bytes, random, 20, bytes.length);
      case 3 -> flipped(bytes, random, 3, Math.min(bytes.length, 330));
      default -> withHole(bytes, random);
    };
  }

  private static byte[] flipped(byte[] bytes, Random random, int times, int bound) {
    for (int i = 0; i < times; i++) {
      bytes[random.nextInt(bound)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] withHole(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + random.nextInt(200));
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - from));
    System.arraycopy(bytes, to, shorter, from, bytes.length - to);
    return shorter;
  }
}
