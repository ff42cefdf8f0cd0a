package io.fastshot.client.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.Bucket;
import io.fastshot.client.data.Library;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.store.ETag;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexWaitTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path home;
  private final Bucket bucket = new Bucket();
  private final SessionMeta session = bucket.session("20250621114615_first", new byte[100]);
  private final Map<SessionId, ETag> uploaded =
      Map.of(session.id(), new ETag(Objects.requireNonNull(session.src())));

  /** The first session of a new library: its event makes the index. */
  @Test
  void anIndexThatIsNotThereYetIsWaitedFor() {
    try (Library library = bucket.open(home)) {
      assertThat(library.refresh()).isInstanceOf(Refresh.Failed.class);
      IndexWait wait =
          new IndexWait(library::refresh, _ -> bucket.commit(List.of(session), List.of()));
      assertThat(wait.untilShown(uploaded, PATIENCE)).isEmpty();
    }
  }

  @Test
  void whatDoesNotComeIsNamedWhenTimeIsUp() {
    List<Duration> pauses = new ArrayList<>();
    try (Library library = bucket.open(home)) {
      IndexWait wait = new IndexWait(library::refresh, pauses::add);
      assertThat(wait.untilShown(uploaded, PATIENCE)).containsExactly(session.id());
    }
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(PATIENCE, PATIENCE.plusSeconds(2));
  }

  @Test
  void whoMayNotReadTheIndexDoesNotWait() {
    IndexWait wait =
        new IndexWait(
            () -> new Refresh.Denied(CatalogSnapshot.empty(), "no"),
            _ -> {
              throw new AssertionError("waits");
            });
    assertThat(wait.untilShown(uploaded, PATIENCE)).containsExactly(session.id());
  }
}
