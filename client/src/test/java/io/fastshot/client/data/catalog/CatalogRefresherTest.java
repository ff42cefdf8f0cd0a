package io.fastshot.client.data.catalog;

import static io.fastshot.client.data.catalog.Rows.index;
import static io.fastshot.client.data.catalog.Rows.observed;
import static io.fastshot.client.data.catalog.Rows.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fastshot.client.data.Bucket;
import io.fastshot.client.data.catalog.CatalogRefresher.Answer;
import io.fastshot.json.OverallIndexJson;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.Removal;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ByteRange;
import io.fastshot.store.ETag;
import io.fastshot.store.ForwardingObjectStore;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.RequestCounts.Kind;
import io.fastshot.store.StoreException;
import io.fastshot.store.Verb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of the index, and when a part of it is enough. */
final class CatalogRefresherTest {
  private static final ETag OLD = new ETag("\"old\"");

  private final Bucket bucket = new Bucket();
  private final CatalogRefresher refresher = new CatalogRefresher(bucket.client(), Bucket.LAYOUT);

  private static Catalog known(@Nullable ETag etag, OverallIndex index) {
    return new Catalog(index, etag, null, false);
  }

  /** More than what comes with the first request, even packed: no two ids are alike. */
  private static List<IndexRow> many(int count, String name, long rev) {
    return Bucket.many(count).stream()
        .map(meta -> observed(meta.id().base(), name + meta.src(), rev))
        .toList();
  }

  private OverallIndex answered(Catalog known) throws IOException {
    return assertThat(refresher.ask(known))
        .asInstanceOf(type(Answer.Newer.class))
        .actual()
        .catalog()
        .index();
  }

  private long gets() {
    return bucket.counting.snapshot().of(Verb.GET, Kind.OVERALL_META).requests();
  }

  private static OverallIndex of(long rev, long floor, List<IndexRow> rows) {
    return index(rev, floor, List.of(), rows.toArray(IndexRow[]::new));
  }

  /**
   * Where the list that is known is not that of its document, no part of the document is enough.
   */
  @Test
  void withoutAnEtagAllIsRead() throws IOException {
    bucket.index(of(6, 0, many(2_000, "new", 5)));
    assertThat(answered(known(null, of(5, 0, many(2_000, "old", 5)))).rows())
        .allMatch(row -> row.meta().fields().name().startsWith("new"));
    assertThat(gets()).isEqualTo(1);
  }

  /** A short document costs one request anyway, and all of it is there. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aDocumentThatComesWholeIsReadWhole(int lessThanTheFirstRequest) throws IOException {
    OverallIndex next = index(50, 0, List.of(), observed("c", "n", 1), observed("d", "n", 1));
    String plain = new String(OverallIndexJson.write(next).bytes(), StandardCharsets.UTF_8);
    int size = CatalogRefresher.HEAD_BYTES - lessThanTheFirstRequest;
    bucket.write(Bucket.LAYOUT.overallMeta(), plain + " ".repeat(size - plain.length()));
    Catalog known =
        known(OLD, index(3, 0, List.of(), observed("a", "n", 1), observed("b", "n", 1)));
    assertThat(answered(known).rows()).extracting(row -> row.id().base()).containsExactly("c", "d");
    assertThat(gets()).isEqualTo(1);
  }

  @Test
  void ofALongDocumentOnlyTheHeadIsRead() throws IOException {
    List<IndexRow> before = many(2_000, "n", 5);
    List<IndexRow> after = new ArrayList<>(before);
    after.addFirst(observed("new", "n", 6));
    bucket.index(of(6, 0, after));
    assertThat(answered(known(OLD, of(5, 0, before))).rows()).hasSize(2_001);
    assertThat(gets()).isEqualTo(1);
  }

  @Test
  void aDocumentOfTheSameVersionWithOtherBytesIsReadWhole() throws IOException {
    bucket.index(of(5, 0, many(2_000, "new", 4)));
    assertThat(answered(known(OLD, of(5, 0, many(2_000, "old", 4)))).rows())
        .allMatch(row -> row.meta().fields().name().startsWith("new"));
    assertThat(gets()).isEqualTo(2);
  }

  @Test
  void aLongListOfTheOriginalAppIsReadOnceAfterAnother() throws IOException {
    bucket.writtenByOriginal(
        IntStream.range(0, 400)
            .mapToObj(i -> Bucket.meta("a%d_%s".formatted(i, "x".repeat(90)), "", 5, "\"e\"", null))
            .toArray(SessionMeta[]::new));
    Catalog original = Catalog.ofOriginal(index(0, 0, List.of()), OLD, 0);
    assertThat(answered(original).rows()).as("none is in the bucket").isEmpty();
    assertThat(gets()).as("the beginning and the rest").isEqualTo(2);
  }

  @Test
  void removalsAreThoseOfBothVersionsDownToTheFloor() throws IOException {
    List<IndexRow> before = many(2_000, "n", 1);
    List<Removal> known =
        List.of(removal("twice", 8), removal("kept", 4), removal("floor", 3), removal("back", 5));
    bucket.index(
        new OverallIndex(
            9,
            "n",
            null,
            false,
            null,
            3,
            List.of(removal("twice", 9)),
            concat(observed("back", "n", 9), before),
            java.util.Map.of()));
    Catalog old = known(OLD, index(8, 0, known, before.toArray(IndexRow[]::new)));
    assertThat(answered(old).removed()).containsExactly(removal("twice", 9), removal("kept", 4));
    assertThat(gets()).isEqualTo(1);
  }

  private static List<IndexRow> concat(IndexRow first, List<IndexRow> rest) {
    List<IndexRow> all = new ArrayList<>(rest);
    all.addFirst(first);
    return all;
  }

  @Test
  void onlyWhereNothingIsKnownTheBucketIsAskedWhetherItHasSessions() throws IOException {
    bucket.write("sessions/notes.txt", "no session");
    assertThat(refresher.ask(Catalog.empty())).isEqualTo(new Answer.Missing(false));
    bucket.session("20250621114615_a", new byte[1]);
    assertThat(refresher.ask(Catalog.empty())).isEqualTo(new Answer.Missing(true));
    bucket.counting.reset();
    Catalog known = known(OLD, index(1, 0, List.of(), observed("a", "n", 1)));
    assertThat(refresher.ask(known)).isEqualTo(new Answer.Missing(false));
    assertThat(bucket.counting.snapshot().total().requests()).isEqualTo(1);
  }

  /** Replaces the index before each request for one version of it, a number of times. */
  private final class Replaced extends ForwardingObjectStore {
    private int times;

    Replaced(int times) {
      this.times = times;
    }

    @Override
    protected ObjectStore target() {
      return bucket.counting;
    }

    @Override
    public GetOutcome get(String key, ByteRange range, Precondition precondition) {
      if (precondition instanceof Precondition.Matches && times-- > 0) {
        bucket.index(of(5, 0, many(2_000, "try" + times, 4)));
      }
      return super.get(key, range, precondition);
    }
  }

  private Answer askWhileItIsReplaced(int times) throws IOException {
    bucket.index(of(5, 0, many(2_000, "new", 4)));
    bucket.counting.reset();
    return new CatalogRefresher(new Replaced(times), Bucket.LAYOUT)
        .ask(known(OLD, of(5, 0, many(2_000, "old", 4))));
  }

  @Test
  void anIndexThatIsReplacedWhileItIsReadIsReadAgain() throws IOException {
    assertThat(askWhileItIsReplaced(2)).isInstanceOf(Answer.Newer.class);
    assertThat(gets()).isEqualTo(6);
  }

  @Test
  void anIndexThatIsReplacedAgainAndAgainIsGivenUp() {
    assertThatThrownBy(() -> askWhileItIsReplaced(9))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("replaced");
    assertThat(gets()).isEqualTo(6);
  }
}
