package io.fastshot.client.data.catalog;

import static io.fastshot.client.data.catalog.Rows.SIZE;
import static io.fastshot.client.data.catalog.Rows.hearsay;
import static io.fastshot.client.data.catalog.Rows.index;
import static io.fastshot.client.data.catalog.Rows.observed;
import static io.fastshot.client.data.catalog.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastshot.client.data.Bucket;
import io.fastshot.json.MetaIndexJson;
import io.fastshot.model.Checksum;
import io.fastshot.model.IndexRow;
import io.fastshot.model.OverallIndex;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ETag;
import io.fastshot.store.ForwardingObjectStore;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.StoreException;
import io.fastshot.store.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which rows that nobody observed are taken from what is known, and which are asked for. */
final class HearsayRowsTest {
  private final Bucket bucket = new Bucket();
  private final HearsayRows rows = new HearsayRows(bucket.client(), Bucket.LAYOUT);

  private static Catalog known(IndexRow... rows) {
    return new Catalog(index(1, 0, List.of(), rows), new ETag("\"e\""), null, false);
  }

  private IndexRow completed(IndexRow row, Catalog known) {
    return rows.completed(index(9, 0, List.of(), row), known).rows().getFirst();
  }

  private long requests() {
    long requests = bucket.counting.snapshot().total().requests();
    bucket.counting.reset();
    return requests;
  }

  private static String name(IndexRow row) {
    return row.meta().fields().name();
  }

  @Test
  void anIndexOfObservedRowsIsLeftAsItIs() {
    OverallIndex index = index(9, 0, List.of(), observed("a", "new name", 2));
    assertThat(rows.completed(index, known(observed("a", "old name", 1)))).isSameAs(index);
    assertThat(requests()).isZero();
  }

  @Test
  void besideARowThatNobodyObservedTheObservedOnesStayAsTheyAre() {
    IndexRow renamed = observed("a", "new name", 2);
    OverallIndex index = index(9, 0, List.of(), renamed, hearsay("b"));
    assertThat(rows.completed(index, known(observed("a", "old name", 1))).rows().getFirst())
        .isEqualTo(renamed);
  }

  /** Of one object by the ETag that both tell, or by their checksum. */
  static Stream<Arguments> ofOneObject() {
    Checksum sha = Checksum.sha256("5a");
    return Stream.of(
        Arguments.of(observed("a", "known", 1), hearsay("a")),
        Arguments.of(row("a", "known", SIZE, sha, null, 1), row("a", "", SIZE, sha, null, 0)));
  }

  @ParameterizedTest
  @MethodSource("ofOneObject")
  void whatIsKnownOfTheSameObjectIsNotAskedFor(IndexRow was, IndexRow told) {
    assertThat(completed(told, known(was))).isEqualTo(was.withRev(told.rev()));
    Catalog held =
        new Catalog(index(1, 0, List.of()), new ETag("\"e\""), null, false, 0, List.of(was));
    assertThat(completed(told, held)).as("held").isEqualTo(was.withRev(told.rev()));
    assertThat(requests()).isZero();
  }

  /** Another size, another checksum, no checksum, another ETag, none; nothing but a file name. */
  static Stream<Arguments> notOfOneObject() {
    Checksum sha = Checksum.sha256("5a");
    IndexRow plain = row("a", "", SIZE, null, null, 0);
    return Stream.of(
        Arguments.of(row("a", "known", SIZE + 1, sha, "\"a\"", 1), hearsay("a")),
        Arguments.of(row("a", "known", SIZE, sha, "\"b\"", 1), hearsay("a")),
        Arguments.of(row("a", "known", SIZE, sha, null, 1), hearsay("a")),
        Arguments.of(row("a", "known", SIZE, sha, "", 1), hearsay("a")),
        Arguments.of(row("a", "known", SIZE, sha, "\"a\"", 1), plain),
        Arguments.of(row("a", "known", SIZE, null, null, 1), plain),
        Arguments.of(
            row("a", "known", SIZE, sha, "\"5b\"", 1),
            row("a", "", SIZE, Checksum.sha256("5b"), null, 0)),
        Arguments.of(row("a", "a", SIZE, Checksum.etag("a"), null, 1), hearsay("a")),
        Arguments.of(row("a", " ", SIZE, Checksum.etag("a"), null, 1), hearsay("a")));
  }

  @ParameterizedTest
  @MethodSource("notOfOneObject")
  void whatIsKnownOfAnotherObjectIsNotTaken(IndexRow was, IndexRow told) {
    assertThat(name(completed(told, known(was)))).isEqualTo("a");
    assertThat(requests()).isEqualTo(1);
  }

  private static SessionMeta meta(String base, long size, @Nullable String src) {
    SessionFields fields = new SessionFields("read", "", List.of(), "", "", 1, null);
    return new SessionMeta(
        new SessionId(base), fields, size, Checksum.sha256("5a"), src, true, null);
  }

  @Test
  void aMetaIndexThatNamesTheObjectMakesAnObservedRow() {
    bucket.metaIndex(meta("a", SIZE, "\"a\""));
    assertThat(completed(hearsay("a"), known()).meta()).isEqualTo(meta("a", SIZE, "\"a\""));
  }

  @Test
  void whereTheListNamesNoObjectTheMetaIndexGivesOnlyWhatDescribesIt() {
    bucket.metaIndex(meta("a", SIZE, "\"a\""));
    IndexRow row = completed(row("a", "", SIZE, null, null, 0), known());
    assertThat(name(row)).isEqualTo("read");
    assertThat(row.meta().src()).isNull();
    assertThat(row.meta().checksum()).isNull();
  }

  /** The original app's meta index names no object. */
  @Test
  void aMetaIndexOfTheOriginalAppGivesOnlyWhatDescribesTheSession() {
    bucket.metaIndex(meta("a", SIZE, null));
    IndexRow row = completed(hearsay("a"), known());
    assertThat(name(row)).isEqualTo("read");
    assertThat(row.meta().src()).isNull();
    assertThat(row.meta().checksum()).isEqualTo(Checksum.etag("a"));
  }

  static Stream<SessionMeta> ofOtherObjects() {
    return Stream.of(
        meta("b", SIZE, "\"a\""),
        meta("a", SIZE + 1, "\"a\""),
        meta("a", SIZE + 1, null),
        meta("a", SIZE, "\"old\""));
  }

  @ParameterizedTest
  @MethodSource("ofOtherObjects")
  void aMetaIndexOfAnotherObjectIsNotTaken(SessionMeta other) {
    bucket.write(
        Bucket.LAYOUT.metaIndex(new SessionId("a")),
        new String(MetaIndexJson.write(other), StandardCharsets.UTF_8));
    assertThat(name(completed(hearsay("a"), known()))).isEqualTo("a");
  }

  @Test
  void aRowWithANameOfItsOwnKeepsIt() {
    assertThat(name(completed(row("a", "told", SIZE, null, null, 0), known()))).isEqualTo("told");
  }

  @ParameterizedTest
  @MethodSource("knownOrNot")
  void aRowIsKnownThatWasObservedOrHasANameOfItsOwn(IndexRow row, boolean known) {
    assertThat(HearsayRows.isKnown(row)).isEqualTo(known);
  }

  static Stream<Arguments> knownOrNot() {
    return Stream.of(
        Arguments.of(observed("a", "", 1), true),
        Arguments.of(observed("a", "a", 1), true),
        Arguments.of(row("a", "n", SIZE, null, null, 0), true),
        Arguments.of(row("a", "a", SIZE, null, null, 0), false),
        Arguments.of(row("a", " ", SIZE, null, null, 0), false));
  }

  @Test
  void aListThatIsTheSameAsksAgainForThirtyTwoNames() {
    IndexRow[] nameless =
        IntStream.range(0, 33)
            .mapToObj(i -> row("a" + i, "a" + i, SIZE, Checksum.etag("a" + i), null, 0))
            .toArray(IndexRow[]::new);
    assertThat(rows.again(index(1, 0, List.of(), nameless))).isEmpty();
    assertThat(requests()).isEqualTo(32);
    bucket.metaIndex(meta("a31", SIZE, "\"a31\""));
    bucket.metaIndex(meta("a32", SIZE, "\"a32\""));
    List<IndexRow> news = rows.again(index(1, 0, List.of(), nameless)).orElseThrow().rows();
    assertThat(news.stream().filter(row -> name(row).equals("read")))
        .extracting(row -> row.id().base())
        .containsExactly("a31");
  }

  @Test
  void whereAllNamesAreKnownNothingIsAsked() {
    assertThat(rows.again(index(1, 0, List.of(), observed("a", "n", 1)))).isEmpty();
    assertThat(requests()).isZero();
  }

  @Test
  void theBucketIsListedForWhatTheAppsListLeavesOut() {
    SessionMeta listed = bucket.session("a", new byte[5]);
    bucket.session("b", new byte[5]);
    bucket.write("sessions/notes.txt", "no session");
    SessionFields told = new SessionFields("", "", List.of(), "", "", 0, "2025-06-21T09:46:15");
    IndexRow row =
        IndexRow.of(
            new SessionMeta(
                listed.id(), told, 5, Bucket.nameless(listed).checksum(), null, false, null),
            0);
    HearsayRows.Listed all = rows.listed(index(0, 0, List.of(), row), known());
    assertThat(all.unlisted()).isEqualTo(1);
    assertThat(all.index().rows())
        .extracting(r -> r.id().base(), r -> r.meta().fields().createdAt())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", "2025-06-21T09:46:15"),
            org.assertj.core.groups.Tuple.tuple("b", null));
  }

  @Test
  void aStoreThatStopsAnsweringIsNotAnEmptyAnswer() {
    bucket.faults(_ -> new Fault.NotApplied(Fault.Failure.UNREACHABLE));
    assertThatThrownBy(() -> completed(hearsay("a"), known()))
        .isInstanceOf(StoreException.Unavailable.class);
  }

  @Test
  void aMistakeOfOursIsNotTakenForAnAnswer() {
    ObjectStore broken =
        new ForwardingObjectStore() {
          @Override
          protected ObjectStore target() {
            throw new IllegalArgumentException("planted");
          }
        };
    HearsayRows mistaken = new HearsayRows(broken, Bucket.LAYOUT);
    assertThatThrownBy(() -> mistaken.completed(index(1, 0, List.of(), hearsay("a")), known()))
        .isInstanceOf(IllegalStateException.class)
        .rootCause()
        .hasMessage("planted");
  }

  @Test
  void whoIsInterruptedStaysInterrupted() {
    CountDownLatch never = new CountDownLatch(1);
    ObjectStore silent =
        new ForwardingObjectStore() {
          @Override
          protected ObjectStore target() {
            try {
              never.await();
              throw new IllegalStateException("nobody lets it go on");
            } catch (InterruptedException e) {
              throw new StoreException.Unavailable("the request was interrupted", e);
            }
          }
        };
    HearsayRows waiting = new HearsayRows(silent, Bucket.LAYOUT);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> waiting.completed(index(1, 0, List.of(), hearsay("a")), known()))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("while the list was read");
    assertThat(Thread.interrupted()).isTrue();
  }
}
