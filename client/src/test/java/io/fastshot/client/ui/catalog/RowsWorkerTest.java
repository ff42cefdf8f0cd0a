package io.fastshot.client.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RowsWorkerTest {
  private static final SortOrder BY_NAME = new SortOrder(SessionColumn.NAME, true);

  private final Tasks tasks = new Tasks("rows", 1);
  private final CountDownLatch busy = new CountDownLatch(1);
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final RowsWorker worker =
      new RowsWorker(
          tasks,
          new RowsDisplay() {
            @Override
            public void show(ShownRows rows) {
              told.add("shown: " + rows.query());
            }

            @Override
            public void late(SortOrder order, String query) {
              told.add("late: " + query + " by " + order.column());
            }
          });

  @AfterEach
  void close() {
    tasks.close();
  }

  private void ask(String query) {
    Edt.later(() -> worker.request(new RowsRequest(List.of(), query, BY_NAME, Map.of(), Set.of())));
  }

  private @Nullable String next() throws InterruptedException {
    return told.poll(30, TimeUnit.SECONDS);
  }

  @Test
  void whatTakesNoticeableTimeIsSaidAndTheLastRequestIsAnswered() throws Exception {
    tasks.run(
        () -> {
          busy.await();
          return "";
        },
        _ -> {},
        _ -> {});
    ask("a");
    ask("ab");
    ask("abc");
    assertThat(next()).isEqualTo("late: abc by NAME");
    busy.countDown();
    assertThat(next()).isEqualTo("shown: a");
    assertThat(next()).isEqualTo("shown: abc");
  }

  @Test
  void whatIsQuickIsOnlyShown() throws Exception {
    ask("a");
    assertThat(next()).isEqualTo("shown: a");
    // Longer than what is noticeable: a timer that was left running would tell.
    assertThat(told.poll(600, TimeUnit.MILLISECONDS)).isNull();
  }
}
