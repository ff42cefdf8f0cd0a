package io.fastshot.indexer;

import static io.fastshot.indexer.ScriptedStore.Verb.GET;
import static io.fastshot.indexer.ScriptedStore.Verb.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.indexer.commit.IndexBase;
import io.fastshot.indexer.commit.IndexCommitter;
import io.fastshot.indexer.run.Indexing;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.OverallIndex;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStores;
import io.fastshot.store.Precondition;
import io.fastshot.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How {@link IndexCommitter} takes what is stored, and what it stores. */
class StoredIndexTest {
  private static final String INDEX = "overall_meta.json";
  private static final int MOST_BYTES = 128 * 1024 * 1024;
  private final TestLibrary library = new TestLibrary();
  private final IndexCommitter committer = new IndexCommitter(library.parts);
  private final AtomicInteger closed = new AtomicInteger();

  /** An answer that claims a size, and has no bytes. */
  private GetOutcome.Found claiming(long sizeBytes, boolean breaks) {
    InputStream body =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() throws IOException {
            closed.incrementAndGet();
            if (breaks) {
              throw new IOException("reset by peer");
            }
          }
        };
    ObjectInfo info =
        new ObjectInfo(
            INDEX, new ETag("\"e\""), sizeBytes, TestLibrary.START, null, null, Map.of());
    return new GetOutcome.Found(info, 0, body);
  }

  @Test
  void whatIsTooLargeToBeAnIndexIsNotTransferred() {
    library.store.answerNextGet(INDEX, claiming(MOST_BYTES + 1L, false));
    IndexBase base = committer.read();
    assertThat(base.ours()).isFalse();
    assertThat(base.index()).isEqualTo(OverallIndex.empty());
    assertThat(base.precondition()).isEqualTo(Precondition.matches(new ETag("\"e\"")));
    assertThat(closed).hasValue(1);
  }

  @Test
  void theLargestIndexIsTransferred() {
    library.store.answerNextGet(INDEX, claiming(MOST_BYTES, false));
    assertThatThrownBy(committer::read)
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("cut off");
    assertThat(closed).hasValue(1);
  }

  @Test
  void aConnectionThatBreaksAtItsEndIsAnotherTry() {
    library.store.answerNextGet(INDEX, claiming(MOST_BYTES + 1L, true));
    assertThatThrownBy(committer::read).isInstanceOf(StoreException.Unavailable.class);
    library.put("a");
    library.store.answerNextGet(INDEX, claiming(MOST_BYTES + 1L, true));
    library.changed("a");
    library.assertIndexIsRight();
  }

  static List<GetOutcome> answersThatNobodyAskedFor() {
    return List.of(
        new GetOutcome.NotModified(), new GetOutcome.Changed(), new GetOutcome.OutOfRange());
  }

  @ParameterizedTest
  @MethodSource("answersThatNobodyAskedFor")
  void anUnaskedAnswerIsNoIndex(GetOutcome answer) {
    library.store.answerNextGet(INDEX, answer);
    assertThatThrownBy(committer::read)
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("unasked");
  }

  @Test
  void revsAreContinuedUpToHalfOfTheHighestThatIsBelieved() {
    long last = OverallIndexJson.MAX_REV / 2;
    assertThat(stored(last).index().rev()).isEqualTo(last);
    assertThat(stored(last).ours()).isTrue();
    assertThat(stored(last + 1).ours()).isFalse();
    assertThat(stored(last + 1).index()).isEqualTo(OverallIndex.empty());
  }

  private IndexBase stored(long rev) {
    OverallIndex index =
        new OverallIndex(rev, "n", null, true, null, 0, List.of(), List.of(), Map.of());
    library.overwriteIndex(OverallIndexJson.write(index).bytes());
    return committer.read();
  }

  @Test
  void aLargeIndexIsStoredCompressedAndSaysSo() {
    library.put("a");
    library.changed("a");
    assertThat(storedIndex().info().contentEncoding()).isNull();

    String[] bases = IntStream.range(0, 1_000).mapToObj(i -> "s" + i).toArray(String[]::new);
    List.of(bases).forEach(library::put);
    library.changed(bases);
    ObjectStores.SmallObject stored = storedIndex();
    assertThat(stored.info().contentEncoding()).isEqualTo("gzip");
    assertThat(stored.bytes()).startsWith(0x1f, 0x8b);
    library.assertIndexIsRight();

    // Where the original app works on the library too, the next write makes it plain again.
    Indexing parts = library.parts;
    Indexing forOriginal =
        new Indexing(
            parts.store(),
            parts.queue(),
            parts.config().withOriginalApp(true),
            parts.clock(),
            parts.random(),
            parts.sleeper(),
            parts.parallel());
    var event = TestLibrary.batch(List.of(library.event("a")));
    new IndexerHandler(forOriginal).handleRequest(event, new TestContext());
    ObjectStores.SmallObject plain = storedIndex();
    assertThat(plain.info().contentEncoding()).isNull();
    assertThat(plain.bytes()).startsWith('{');
    library.assertIndexIsRight();
  }

  private ObjectStores.SmallObject storedIndex() {
    return ObjectStores.read(library.bucket, INDEX, MOST_BYTES).orElseThrow();
  }

  @Test
  void aWriteThatNeverArrivedKeepsWhatWasSeen() {
    library.put("a");
    library.changed("a");
    library.store.forget();
    library.store.before(PUT, INDEX, 1, ScriptedStore.unavailable());
    library.changed("a");
    assertThat(library.store.count(GET, "sessions/a")).isEqualTo(1);
    assertThat(library.store.count(GET, INDEX)).isEqualTo(2);
  }
}
