package io.fastshot.store;

import static io.fastshot.store.StoreFixture.content;
import static io.fastshot.store.StoreFixture.found;
import static io.fastshot.store.StoreFixture.installed;
import static io.fastshot.store.StoreFixture.put;
import static io.fastshot.store.StoreFixture.sha256;
import static io.fastshot.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.model.Checksum;
import io.fastshot.store.parts.Crc64Nvme;
import io.fastshot.store.parts.PartUploads;
import io.fastshot.store.parts.UploadedPart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every store of the port does with uploads in parts. */
interface PartUploadsContract {
  int PART = (int) PartUploads.MIN_PART_BYTES;
  String KEY = "sessions/a b+ü.fastshot";

  ObjectStore store();

  private PartUploads uploads() {
    return store().inParts().orElseThrow();
  }

  private static byte[] bytes(int length, int seed) {
    byte[] bytes = new byte[length];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }

  private UploadedPart send(String upload, int number, byte[] bytes) {
    Content part = Content.of(bytes, "application/octet-stream");
    return uploads().put(KEY, upload, number, part, Crc64Nvme.of(bytes));
  }

  private String begin() {
    return uploads().begin(KEY, content("x").withSha256(sha256(new byte[1])));
  }

  @Test
  default void partsBecomeOneObjectWithTheChecksumOfAllItsBytes() throws IOException {
    byte[] whole = bytes(2 * PART + 17, 1);
    String upload = begin();
    UploadedPart third = send(upload, 3, Arrays.copyOfRange(whole, 2 * PART, whole.length));
    UploadedPart first = send(upload, 1, Arrays.copyOfRange(whole, 0, PART));
    UploadedPart second = send(upload, 2, Arrays.copyOfRange(whole, PART, 2 * PART));
    assertThat(store().head(KEY)).isEmpty();
    assertThat(uploads().parts(KEY, upload))
        .extracting(UploadedPart::number, UploadedPart::etag, UploadedPart::sizeBytes)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(1, first.etag(), (long) PART),
            org.assertj.core.api.Assertions.tuple(2, second.etag(), (long) PART),
            org.assertj.core.api.Assertions.tuple(3, third.etag(), 17L));
    String crc = Crc64Nvme.of(whole);
    ETag etag = installed(uploads().complete(KEY, upload, List.of(first, second, third), crc));

    ObjectInfo info = store().head(KEY).orElseThrow();
    assertThat(info.etag()).isEqualTo(etag);
    assertThat(info.checksum()).isEqualTo(Checksum.crc64nvme(crc));
    assertThat(info.userMetadata()).containsEntry("sha256", sha256(new byte[1]));
    try (GetOutcome.Found read =
        found(store().get(KEY, ByteRange.whole(), Precondition.matches(etag)))) {
      assertThat(read.body().readAllBytes()).isEqualTo(whole);
    }
    assertThat(uploads().begun(KEY)).isEmpty();
  }

  @Test
  default void completionReplacesNothing() throws IOException {
    byte[] bytes = bytes(100, 2);
    String upload = begin();
    UploadedPart part = send(upload, 1, bytes);
    put(store(), KEY, "somebody else's");
    assertThat(uploads().complete(KEY, upload, List.of(part), Crc64Nvme.of(bytes)))
        .isEqualTo(new PutOutcome.Conflict());
    assertThat(text(store(), KEY)).isEqualTo("somebody else's");
    uploads().abort(KEY, upload);
    assertThat(uploads().begun(KEY)).isEmpty();
  }

  @Test
  default void bytesOtherThanTheirChecksumAreRefused() {
    byte[] bytes = bytes(100, 3);
    String upload = begin();
    Content part = Content.of(bytes, "application/octet-stream");
    String wrong = Crc64Nvme.of(new byte[1]);
    assertThatThrownBy(() -> uploads().put(KEY, upload, 1, part, wrong))
        .isInstanceOf(StoreException.Rejected.class);
    UploadedPart sent = send(upload, 1, bytes);
    assertThatThrownBy(() -> uploads().complete(KEY, upload, List.of(sent), wrong))
        .isInstanceOf(StoreException.Rejected.class);
    assertThat(store().head(KEY)).isEmpty();
    uploads().abort(KEY, upload); // some stores are shared by all tests
  }

  @Test
  default void anAbortedUploadIsGoneWithItsParts() {
    String upload = begin();
    UploadedPart part = send(upload, 1, bytes(100, 6));
    assertThat(uploads().begun(KEY)).containsExactly(upload);
    assertThat(uploads().begun("sessions/a")).isEmpty();
    uploads().abort(KEY, upload);
    uploads().abort(KEY, upload);
    assertThat(uploads().begun(KEY)).isEmpty();
    assertThatThrownBy(() -> send(upload, 1, bytes(100, 6)))
        .isInstanceOf(StoreException.UploadGone.class);
    assertThatThrownBy(
            () -> uploads().complete(KEY, upload, List.of(part), Crc64Nvme.of(bytes(100, 6))))
        .isInstanceOf(StoreException.UploadGone.class);
  }
}
