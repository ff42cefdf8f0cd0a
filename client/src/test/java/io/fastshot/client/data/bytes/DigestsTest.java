package io.fastshot.client.data.bytes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.model.Checksum;
import io.fastshot.store.parts.Crc64Nvme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {
  @TempDir Path folder;

  @Test
  void crcGivesTheCheckValueOfItsCatalogue() {
    Crc64Nvme crc = new Crc64Nvme();
    crc.update("123456789".getBytes(US_ASCII), 0, 9);

    assertThat(crc.getValue()).isEqualTo(0xAE8B14860A799888L);
    assertThat(crc.toBase64()).isEqualTo("rosUhgp5mIg=");
  }

  @Test
  void crcOfPiecesIsThatOfTheWhole() {
    byte[] bytes = new byte[10_007];
    new Random(7).nextBytes(bytes);
    Crc64Nvme whole = new Crc64Nvme();
    whole.update(bytes, 0, bytes.length);
    Crc64Nvme pieces = new Crc64Nvme();
    int at = 0;
    for (int size = 1; at < bytes.length; size = size * 2 + 1) {
      int length = Math.min(size, bytes.length - at);
      pieces.update(bytes, at, length);
      at += length;
    }
    Crc64Nvme single = new Crc64Nvme();
    for (byte b : bytes) {
      single.update(b);
    }

    assertThat(pieces.getValue()).isEqualTo(whole.getValue()).isEqualTo(single.getValue());
  }

  @Test
  void everyChecksumOfAnIndexIsCompared() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "123456789");
    Digests digests = Digests.of(file, Progress.none());

    assertThat(digests.verify(9, Checksum.crc64nvme("rosUhgp5mIg="))).isEqualTo("crc64nvme");
    assertThat(digests.verify(9, Checksum.etag("\"25f9e794323b453885f5181f1b624d0b\"")))
        .isEqualTo("etag");
    assertThat(
            digests.verify(
                9,
                Checksum.sha256(
                    "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225")))
        .isEqualTo("sha256");
    assertThat(digests.verify(9, Checksum.sha256("00"))).isNull();
    assertThat(digests.verify(9, Checksum.crc64nvme("AAAAAAAAAAA="))).isNull();
    assertThat(digests.verify(8, null)).isNull();
    assertThat(digests.verify(9, Checksum.etag("25f9e794323b453885f5181f1b624d0b-2")))
        .as("the ETag of a multipart upload is no checksum of the file")
        .isEqualTo("size");
  }
}
