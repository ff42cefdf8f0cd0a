package io.fastshot.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.display.WindowTest;
import io.fastshot.client.ui.gallery.Gallery;
import io.fastshot.model.IndexRow;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WindowTest
final class GalleryTest {
  private static final int MANY = 120;

  @TempDir private Path home;
  private final TestCloud cloud = new TestCloud();

  private void put(int count) throws Exception {
    SessionId[] ids = new SessionId[count];
    for (int i = 0; i < count; i++) {
      SessionFields fields =
          new SessionFields("n%03d".formatted(i), "", List.of(), "", "", 1, "2025-06-23T11:46:15");
      ids[i] = cloud.put("20250623114615_%03d".formatted(i), fields);
    }
    cloud.index(ids);
  }

  @Test
  void bothViewsShareTheSelectionAndTheGalleryStays() throws Exception {
    put(3);
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("n000", "n001", "n002");
      String first = window.names().getFirst();
      window.table().selectRows(0, 1);
      window.frame.toggleButton("view.Gallery").click();
      window.await("the gallery is shown", () -> window.isShown("gallery"));
      window.frame.list("gallery").requireSelectedItems(0, 1);
      window.frame.list("gallery").selectItem(2);
      window.frame.menuItem("item.Table").click();
      window.await("the table is shown", () -> window.isShown("sessions"));
      window.table().requireSelectedRows(2);
      window.frame.menuItem("item.Gallery").click();
      window.frame.textBox("search").enterText(first);
      window.await("one is left", () -> pictures(window).equals(List.of(first)));
    }
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.await("the gallery is shown again", () -> window.isShown("gallery"));
      assertThat(window.isShown("gallery.size")).isTrue();
    }
  }

  @Test
  void theSizeOfThePicturesChangesByKeyAndByTheSlider() throws Exception {
    put(3);
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("n000", "n001", "n002");
      assertThat(window.isShown("gallery.size")).as("in the table").isFalse();
      window.frame.menuItem("item.Larger Pictures").requireDisabled();
      window.frame.menuItem("item.Gallery").click();
      int before = cellHeight(window);
      window.frame.menuItem("item.Larger Pictures").click();
      assertThat(cellHeight(window)).isGreaterThan(before);
      int larger = cellHeight(window);
      window.frame.list("gallery").pressKey(KeyEvent.VK_CONTROL);
      window.frame.list("gallery").pressAndReleaseKeys(KeyEvent.VK_EQUALS);
      window.frame.list("gallery").releaseKey(KeyEvent.VK_CONTROL);
      assertThat(cellHeight(window)).as("as on a keyboard without a plus").isGreaterThan(larger);
      window.frame.slider("gallery.size").slideToMinimum();
      assertThat(cellHeight(window)).isLessThan(before);
    }
  }

  /** Thumbnails cost a request each: those below the edge of the window wait. */
  @Test
  void onlyPicturesOnTheScreenAreLoadedAndThePlaceIsKept() throws Exception {
    put(MANY);
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.await("all are listed", () -> window.names().size() == MANY);
      window.frame.menuItem("item.Gallery").click();
      window.await("the gallery is shown", () -> window.isShown("gallery"));
      window.frame.list("gallery").pressAndReleaseKeys(KeyEvent.VK_END);
      window.await("it is scrolled to the end", () -> firstVisible(window) > MANY / 2);
      window.frame.menuItem("item.Table").click();
      window.await(
          "the table is at the same place",
          () -> OpenWindow.onEdt(() -> window.table().target().getVisibleRect().y > 50 * MANY / 2));
      assertThat(cloud.requests()).isLessThan(MANY * 3 / 4);
    }
  }

  private static Gallery gallery(OpenWindow window) {
    return (Gallery) window.frame.list("gallery").target();
  }

  private static int cellHeight(OpenWindow window) {
    return OpenWindow.onEdt(() -> gallery(window).getFixedCellHeight());
  }

  private static int firstVisible(OpenWindow window) {
    return OpenWindow.onEdt(() -> gallery(window).getFirstVisibleIndex());
  }

  private static List<String> pictures(OpenWindow window) {
    return OpenWindow.onEdt(() ->
        IntStream.range(0, gallery(window).getModel().getSize())
            .mapToObj(i -> gallery(window).getModel().getElementAt(i))
            .map(IndexRow::meta)
            .map(meta -> meta.fields().name())
            .toList());
  }
}
