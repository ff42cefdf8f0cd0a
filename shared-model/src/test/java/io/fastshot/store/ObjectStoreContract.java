package io.fastshot.store;

import static io.fastshot.store.StoreFixture.bytes;
import static io.fastshot.store.StoreFixture.content;
import static io.fastshot.store.StoreFixture.found;
import static io.fastshot.store.StoreFixture.installed;
import static io.fastshot.store.StoreFixture.keys;
import static io.fastshot.store.StoreFixture.put;
import static io.fastshot.store.StoreFixture.sha256;
import static io.fastshot.store.StoreFixture.text;
import static io.fastshot.store.StoreFixture.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.model.Checksum;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every store of the port does with single objects. Extend it with a store of an empty bucket;
 * {@link ObjectStoreRangeContract}, {@link ObjectStoreConcurrencyContract}, {@link
 * ObjectStoreListContract} and {@link PartUploadsContract} come with it.
 */
public abstract class ObjectStoreContract
    implements ObjectStoreRangeContract,
        ObjectStoreConcurrencyContract,
        ObjectStoreListContract,
        PartUploadsContract {
  private static final int BIG = 8 << 20;

  private ObjectStore store = new MemoryObjectStore();

  /** A store of an empty bucket. The test closes it. */
  protected abstract ObjectStore newStore();

  @BeforeEach
  void openStore() {
    store.close();
    store = newStore();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Override
  public ObjectStore store() {
    return store;
  }

  @Test
  void whatWasPutIsRead() throws IOException {
    ETag etag = put(store, "a/b.txt", "hello");
    try (GetOutcome.Found found = found(store.get("a/b.txt", WHOLE, NONE))) {
      assertThat(found.body().readAllBytes()).isEqualTo(bytes("hello"));
      assertThat(found.offset()).isZero();
      assertThat(found.info().etag()).isEqualTo(etag);
      assertThat(found.info().key()).isEqualTo("a/b.txt");
      assertThat(found.info().sizeBytes()).isEqualTo(5);
    }
  }

  @Test
  void putReplacesTheWholeObject() throws IOException {
    ETag first = put(store, "k", "a long first text");
    ETag second = put(store, "k", "short");
    assertThat(second).isNotEqualTo(first);
    assertThat(text(store, "k")).isEqualTo("short");
  }

  @Test
  void etagsAreQuoted() {
    assertThat(put(store, "k", "x").value()).startsWith("\"").endsWith("\"");
  }

  @Test
  void getHeadAndListAgreeOnTheObject() throws IOException {
    ETag etag = put(store, "k", "12345");
    ObjectInfo head = store.head("k").orElseThrow();
    ListPage.Entry listed = store.list("k", null).objects().getFirst();
    assertThat(head.etag()).isEqualTo(etag).isEqualTo(listed.etag());
    assertThat(head.sizeBytes()).isEqualTo(5).isEqualTo(listed.sizeBytes());
    try (GetOutcome.Found found = found(store.get("k", WHOLE, NONE))) {
      assertThat(found.info().lastModified()).isEqualTo(head.lastModified());
      assertThat(found.info().checksum()).isEqualTo(head.checksum());
    }
  }

  @Test
  void anAbsentObjectIsAbsentToEveryRead() {
    ETag etag = new ETag("\"00000000000000000000000000000000\"");
    assertThat(store.get("none", WHOLE, NONE)).isInstanceOf(GetOutcome.Absent.class);
    assertThat(store.get("none", ByteRange.of(0, 1), NONE)).isInstanceOf(GetOutcome.Absent.class);
    assertThat(store.get("none", WHOLE, Precondition.differs(etag)))
        .isInstanceOf(GetOutcome.Absent.class);
    assertThat(store.head("none")).isEmpty();
  }

  @Test
  void readIfDiffersTellsUnchanged() throws IOException {
    ETag etag = put(store, "k", "one");
    assertThat(store.get("k", WHOLE, Precondition.differs(etag)))
        .isInstanceOf(GetOutcome.NotModified.class);
    put(store, "k", "two");
    assertThat(text(store.get("k", WHOLE, Precondition.differs(etag)))).isEqualTo("two");
  }

  @Test
  void readIfMatchesTellsChanged() throws IOException {
    ETag etag = put(store, "k", "one");
    assertThat(text(store.get("k", ByteRange.of(1, 2), Precondition.matches(etag))))
        .isEqualTo("ne");
    put(store, "k", "two");
    assertThat(store.get("k", ByteRange.of(1, 2), Precondition.matches(etag)))
        .isInstanceOf(GetOutcome.Changed.class);
  }

  @Test
  void createOnlyWritesOnce() throws IOException {
    installed(store.put("k", content("one"), Precondition.absent()));
    assertThat(store.put("k", content("two"), Precondition.absent()))
        .isInstanceOf(PutOutcome.Conflict.class);
    assertThat(text(store, "k")).isEqualTo("one");
  }

  @Test
  void writeIfMatchesNeedsTheCurrentETag() throws IOException {
    ETag first = put(store, "k", "one");
    ETag second = installed(store.put("k", content("two"), Precondition.matches(first)));
    assertThat(store.put("k", content("three"), Precondition.matches(first)))
        .isInstanceOf(PutOutcome.Conflict.class);
    assertThat(text(store, "k")).isEqualTo("two");
    assertThat(store.head("k").orElseThrow().etag()).isEqualTo(second);
  }

  @Test
  void writeIfMatchesOnAnAbsentObjectConflicts() {
    ETag gone = put(store, "k", "one");
    store.delete("k", NONE);
    assertThat(store.put("k", content("two"), Precondition.matches(gone)))
        .isInstanceOf(PutOutcome.Conflict.class);
    assertThat(store.head("k")).isEmpty();
  }

  @Test
  void aWriteCannotAskForAnotherETag() {
    Precondition differs = Precondition.differs(new ETag("\"x\""));
    assertThatThrownBy(() -> store.put("k", content("x"), differs))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.get("k", WHOLE, Precondition.absent()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.head("k")).isEmpty();
  }

  @Test
  void userMetadataIsKept() throws IOException {
    Content content = content("x").withUserMetadata(Map.of("made-by", "test", "n", "1"));
    store.put("k", content, NONE);
    assertThat(store.head("k").orElseThrow().userMetadata())
        .containsEntry("made-by", "test")
        .containsEntry("n", "1");
    try (GetOutcome.Found found = found(store.get("k", ByteRange.of(0, 1), NONE))) {
      assertThat(found.info().userMetadata()).containsEntry("made-by", "test");
    }
  }

  @Test
  void contentEncodingIsKeptAndTheBytesAreVerbatim() throws IOException {
    byte[] notReallyGzip = {1, 2, 3, 4};
    store.put("k", Content.of(notReallyGzip, "application/json").withEncoding("gzip"), NONE);
    try (GetOutcome.Found found = found(store.get("k", WHOLE, NONE))) {
      assertThat(found.info().contentEncoding()).isEqualTo("gzip");
      assertThat(found.body().readAllBytes()).isEqualTo(notReallyGzip);
    }
    put(store, "plain", "x");
    assertThat(store.head("plain").orElseThrow().contentEncoding()).isNull();
  }

  @Test
  void aSha256BecomesTheChecksum() throws IOException {
    String sha256 = sha256(bytes("hello"));
    store.put("k", content("hello").withSha256(sha256), NONE);
    assertThat(store.head("k").orElseThrow().checksum()).isEqualTo(Checksum.sha256(sha256));
    try (GetOutcome.Found found = found(store.get("k", new ByteRange.Suffix(2), NONE))) {
      assertThat(found.info().checksum()).isEqualTo(Checksum.sha256(sha256));
    }
  }

  @Test
  void aWrongSha256IsRefused() {
    Content content = content("hello").withSha256(sha256(bytes("other")));
    assertThatThrownBy(() -> store.put("k", content, NONE))
        .isInstanceOf(StoreException.Rejected.class);
    assertThat(store.head("k")).isEmpty();
  }

  @Test
  void aDeletedObjectIsGone() {
    put(store, "k", "x");
    assertThat(store.delete("k", NONE)).isInstanceOf(DeleteOutcome.Gone.class);
    assertThat(store.head("k")).isEmpty();
    assertThat(keys(store, "")).isEmpty();
  }

  @Test
  void deletingAnAbsentObjectSucceeds() {
    ETag etag = put(store, "k", "x");
    store.delete("k", NONE);
    assertThat(store.delete("k", NONE)).isInstanceOf(DeleteOutcome.Gone.class);
    assertThat(store.delete("k", Precondition.matches(etag)))
        .isInstanceOf(DeleteOutcome.Gone.class);
  }

  @Test
  void deleteIfMatchesNeedsTheCurrentETag() {
    ETag first = put(store, "k", "one");
    ETag second = put(store, "k", "two");
    assertThat(store.delete("k", Precondition.matches(first)))
        .isInstanceOf(DeleteOutcome.Conflict.class);
    assertThat(store.head("k")).isPresent();
    assertThat(store.delete("k", Precondition.matches(second)))
        .isInstanceOf(DeleteOutcome.Gone.class);
    assertThat(store.head("k")).isEmpty();
  }

  @Test
  void copyTakesBytesAndMetadata() throws IOException {
    String sha256 = sha256(bytes("hello"));
    Content content =
        content("hello").withSha256(sha256).withUserMetadata(Map.of("made-by", "test"));
    ETag etag = installed(store.put("from", content, NONE));
    installed(store.copy("from", etag, "to", NONE));
    assertThat(text(store, "to")).isEqualTo("hello");
    ObjectInfo copy = store.head("to").orElseThrow();
    assertThat(copy.userMetadata()).containsEntry("made-by", "test");
    assertThat(copy.checksum()).isEqualTo(Checksum.sha256(sha256));
    assertThat(text(store, "from")).isEqualTo("hello");
  }

  @Test
  void copyNeedsTheSourcesETag() {
    ETag first = put(store, "from", "one");
    ETag second = put(store, "from", "two");
    assertThat(store.copy("from", first, "to", NONE)).isInstanceOf(PutOutcome.Conflict.class);
    assertThat(store.copy("none", second, "to", NONE)).isInstanceOf(PutOutcome.Conflict.class);
    assertThat(store.head("to")).isEmpty();
  }

  @Test
  void copyToAnExistingTargetCanBeRefused() throws IOException {
    ETag etag = put(store, "from", "new");
    put(store, "to", "old");
    assertThat(store.copy("from", etag, "to", Precondition.absent()))
        .isInstanceOf(PutOutcome.Conflict.class);
    assertThat(text(store, "to")).isEqualTo("old");
    installed(store.copy("from", etag, "to2", Precondition.absent()));
    installed(store.copy("from", etag, "to", NONE));
    assertThat(text(store, "to")).isEqualTo("new");
  }

  @Test
  void oddKeysWork() throws IOException {
    List<String> odd =
        List.of(
            "sessions/20250621114615_会议 1.fastshot",
            "sessions/a+b %41&c=d?e#f.fastshot",
            "sessions/double//slash.fastshot",
            "sessions/up/../down.fastshot",
            "sessions/emoji🔑~'()!*;:@,$.fastshot",
            "sessions/e\u0301 and é.fastshot");
    for (String key : odd) {
      put(store, key, key);
    }
    for (String key : odd) {
      assertThat(text(store, key)).isEqualTo(key);
      ETag etag = store.head(key).orElseThrow().etag();
      installed(store.copy(key, etag, "trash/" + key, NONE));
      assertThat(text(store, "trash/" + key)).isEqualTo(key);
    }
    assertThat(keys(store, "sessions/")).containsExactlyInAnyOrderElementsOf(odd);
    odd.forEach(key -> store.delete(key, NONE));
    assertThat(keys(store, "sessions/")).isEmpty();
  }

  @Test
  void aBigObjectArrivesWhole() throws IOException {
    byte[] big = new byte[BIG];
    new SplittableRandom(1).nextBytes(big);
    store.put("big", Content.of(big, "image/png").withSha256(sha256(big)), NONE);
    try (GetOutcome.Found found = found(store.get("big", WHOLE, NONE))) {
      assertThat(sha256(found.body().readAllBytes())).isEqualTo(sha256(big));
    }
    try (GetOutcome.Found found = found(store.get("big", new ByteRange.Suffix(1000), NONE))) {
      assertThat(found.body().readAllBytes()).isEqualTo(Arrays.copyOfRange(big, BIG - 1000, BIG));
    }
  }

  @Test
  void aBodyMayBeClosedEarly() throws Exception {
    byte[] big = new byte[BIG];
    store.put("big", Content.of(big, "image/png"), NONE);
    put(store, "small", "x");
    for (int i = 0; i < 20; i++) {
      try (GetOutcome.Found found = found(store.get("big", WHOLE, NONE))) {
        assertThat(found.body().readNBytes(100)).hasSize(100);
      }
    }
    assertThat(together(8, () -> text(store, "small"))).containsOnly("x");
  }
}
