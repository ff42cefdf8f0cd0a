package io.fastshot.container.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class XorMaskTest {
  private static final byte[] CLEAR =
      "{\"session\": {\"version\": \"1.0\"}}".getBytes(StandardCharsets.UTF_8);

  @Test
  void keyRepeatsByItsUtf8Bytes() {
    byte[] key = "密x".getBytes(StandardCharsets.UTF_8);
    byte[] masked = CLEAR.clone();
    XorMask.of("密x").apply(masked, 0, masked.length, 0);
    for (int i = 0; i < masked.length; i++) {
      assertThat(masked[i]).isEqualTo((byte) (CLEAR[i] ^ key[i % 4]));
    }
  }

  @Test
  void anyPartCanBeUnmaskedByItsOffset() throws IOException {
    XorMask mask = XorMask.of("secret");
    byte[] masked = CLEAR.clone();
    mask.apply(masked, 0, masked.length, 0);
    for (int from = 0; from < masked.length; from++) {
      ByteArrayInputStream part = new ByteArrayInputStream(masked, from, masked.length - from);
      assertThat(mask.unmask(part, from).readAllBytes())
          .isEqualTo(Arrays.copyOfRange(CLEAR, from, CLEAR.length));
    }
  }

  @Test
  void streamMasksInPiecesAsItDoesInOne() throws IOException {
    byte[] masked = CLEAR.clone();
    XorMask.of("secret").apply(masked, 0, masked.length, 0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream stream = XorMask.of("secret").mask(out)) {
      stream.write(CLEAR[0]);
      stream.write(CLEAR, 1, 9);
      stream.write(CLEAR, 10, CLEAR.length - 10);
    }
    assertThat(out.toByteArray()).isEqualTo(masked);
  }

  @Test
  void blankKeyIsNoKey() {
    byte[] bytes = CLEAR.clone();
    XorMask.of(" \n").apply(bytes, 0, bytes.length, 3);
    assertThat(bytes).isEqualTo(CLEAR);
    assertThat(XorMask.of(" \n").isEmpty()).isTrue();
    assertThat(XorMask.of(" key ").isEmpty()).isFalse();
  }
}
