package io.fastshot.store;

import static io.fastshot.store.StoreFixture.keys;
import static io.fastshot.store.StoreFixture.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store of the port does with listings. */
public interface ObjectStoreListContract {

  /** The store of this test. */
  ObjectStore store();

  @Test
  default void anEmptyListingIsOneEmptyPage() {
    ListPage page = store().list("nothing/", null);
    assertThat(page.objects()).isEmpty();
    assertThat(page.nextToken()).isNull();
  }

  @Test
  default void onlyKeysWithThePrefixAreListed() {
    put(store(), "a/1", "x");
    put(store(), "ab", "x");
    put(store(), "a", "x");
    put(store(), "b/1", "x");
    assertThat(keys(store(), "a/")).containsExactly("a/1");
    assertThat(keys(store(), "a")).containsExactly("a", "a/1", "ab");
    assertThat(keys(store(), "")).containsExactly("a", "a/1", "ab", "b/1");
  }

  @Test
  default void keysAreInTheOrderOfTheirUtf8Bytes() {
    // In UTF-16 order, the emoji (two surrogates) would come before U+FF21.
    List<String> ordered =
        List.of("s/A", "s/a", "s/~", "s/é", "s/会议", "s/\uFF21", "s/\uD83D\uDD11");
    ordered.reversed().forEach(key -> put(store(), key, "x"));
    assertThat(keys(store(), "s/")).containsExactlyElementsOf(ordered);
  }

  /** What a key at the edge of two pages may end in; less only where a store is known to fail. */
  default String endOfPagedKeys() {
    return " é";
  }

  @Test
  default void manyKeysComeInPagesWithoutGapOrRepetition() throws Exception {
    int count = 1_005;
    AtomicInteger next = new AtomicInteger();
    StoreFixture.together(
        8,
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            put(store(), "p/%05d%s".formatted(i, endOfPagedKeys()), "");
          }
          return 0;
        });
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      expected.add("p/%05d%s".formatted(i, endOfPagedKeys()));
    }
    assertThat(keys(store(), "p/")).containsExactlyElementsOf(expected);
    assertThat(store().list("p/", null).objects()).hasSizeLessThanOrEqualTo(1_000);
    assertThat(store().list("p/", null).nextToken()).isNotNull();
  }
}
