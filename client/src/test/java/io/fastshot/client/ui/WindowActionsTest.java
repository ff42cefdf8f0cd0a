package io.fastshot.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.cache.CachePart;
import io.fastshot.client.display.WindowTest;
import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.TransferHandler.TransferSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WindowTest
final class WindowActionsTest {
  private static final SessionFields MAP =
      new SessionFields("Map", "", List.of(), "red", "", 3, "2025-06-23T11:46:15");

  @TempDir private Path home;
  private final TestCloud cloud = new TestCloud();

  @Test
  void enterBringsTheFileHereAndShowsItsImages() throws Exception {
    cloud.index(cloud.put("20250623114615_map", MAP));
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Map");
      window.table().selectRows(0);
      window.table().pressAndReleaseKeys(KeyEvent.VK_ENTER);
      window.await(
          "the first image is shown", () -> window.viewerText("position").contains("1 of 3"));
      window.await(
          "its picture is described", () -> window.viewerPicture().equals("Image 1 of Map"));
      window.clickUntil(
          () -> window.viewer().button("next"),
          "the second is shown",
          () -> window.viewerPicture().equals("Image 2 of Map"));
      assertThat(window.column(SessionColumn.STATE)).containsExactly("downloaded");
    }
  }

  @Test
  void droppedFileIsIndexingUntilTheIndexHasIt() throws Exception {
    SessionId id = new SessionId("20250623114615_map");
    Path file = home.resolve(id.filename());
    Files.write(file, TestCloud.session(id, MAP));
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.await("it is empty", () -> window.text("empty.head").equals("This library is empty"));
      drop(window, file);
      window.awaitNames(id.filename());
      window.await("it is indexing", () -> window.column(SessionColumn.STATE).contains("indexing"));
      assertThat(window.summary()).startsWith("0 sessions");
      cloud.index(id);
      window.awaitNames("Map");
      assertThat(window.column(SessionColumn.STATE)).containsExactly("cloud");
    }
  }

  @Test
  void aFileOfThisMachineIsShownWhateverItsName() throws Exception {
    Path file = home.resolve("<b>会议.fastshot");
    Files.write(file, TestCloud.session(new SessionId("20250623114615_map"), MAP));
    Path notes = Files.writeString(home.resolve("notes.txt"), "hello");
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.raise(file);
      window.await("its picture is shown", () -> window.viewerText("position").contains("1 of 3"));
      assertThat(window.viewer().target().getTitle()).isEqualTo("<b>会议 – Fastshot");
      window.viewer().close();
      window.raise(notes);
      window.await(
          "the viewer says what is wrong",
          () -> window.viewerMessage().startsWith("The images cannot be read: "));
    }
  }

  @Test
  void fileThatIsNoSessionIsNamedInANotice() throws Exception {
    Path file = Files.writeString(home.resolve("notes.txt"), "hello");
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      drop(window, file);
      window.await(
          "it says so",
          () -> window.text("notice.upload notes.txt").startsWith("“notes.txt” is not a session"));
    }
  }

  @Test
  void linksOfTheSelectedSessionsAreCopiedAndTheirEndIsSaid() throws Exception {
    cloud.index(cloud.put("20250623114615_map", MAP), cloud.put("20250624114615_b", MAP));
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Map", "Map");
      window.table().selectRows(0, 1);
      window.frame.menuItem("item.Copy Links").click();
      window.await("it is said", () -> window.text("notice.links").startsWith("2 links copied"));
      assertThat(window.text("notice.links")).contains("can download until ");
      String copied =
          OpenWindow.onEdt(() ->
              (String)
                  Toolkit.getDefaultToolkit()
                      .getSystemClipboard()
                      .getData(DataFlavor.stringFlavor));
      assertThat(copied.lines())
          .hasSize(2)
          .allMatch(link -> link.startsWith("http://127.0.0.1:9/fastshot/sessions/2025062"))
          .allMatch(link -> link.contains("X-Amz-Expires=86400"));
    }
  }

  @Test
  void whatIsKeptComesHereAndSurvivesClearingTheCache() throws Exception {
    cloud.index(cloud.put("20250623114615_map", MAP), cloud.put("20250624114615_b", MAP));
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.awaitNames("Map", "Map");
      window.table().selectRows(1);
      window.frame.menuItem("item.Keep on This Machine").click();
      window.await("it is here", () -> window.column(SessionColumn.STATE).contains("downloaded"));
      try (Library library = cloud.library(home)) {
        library.cache().clear(EnumSet.of(CachePart.SESSIONS));
        assertThat(library.cache().report().sessions()).isEqualTo(1);
      }
      window.frame.menuItem("item.No Longer Keep").click();
      window.await("it is said", () -> window.text("notice.keep").contains("may go"));
      try (Library library = cloud.library(home)) {
        library.cache().clear(EnumSet.of(CachePart.SESSIONS));
        assertThat(library.cache().report().sessions()).isZero();
      }
    }
  }

  /** Two keys delete all that is selected: above ten it is asked, with the number. */
  @Test
  void manyAreDeletedOnlyWhenAskedAndComeBackFromRecentlyDeleted() throws Exception {
    SessionId[] ids = new SessionId[11];
    for (int i = 0; i < ids.length; i++) {
      SessionFields fields =
          new SessionFields("n" + i, "", List.of(), "red", "", 1, "2025-06-23T11:46:15");
      ids[i] = cloud.put("20250623114615_" + i, fields);
    }
    cloud.index(ids);
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      window.await("all are shown", () -> window.names().size() == ids.length);
      window.table().selectRows(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
      window.frame.menuItem("item.Delete").click();
      window.frame.optionPane().requireTitle("Delete 11 sessions");
      assertThat(window.frame.optionPane().textBox("question").text()).contains("11 sessions");
      window.frame.optionPane().cancelButton().click();
      assertThat(window.column(SessionColumn.STATE)).doesNotContain("deleting", "deleted");
      window.frame.menuItem("item.Delete").click();
      window.frame.optionPane().okButton().click();
      window.await(
          "it is said", () -> window.text("notice.delete").startsWith("11 sessions moved"));
      cloud.index(ids);
      window.frame.menuItem("item.Recently Deleted").click();
      var trash = window.frame.dialog("trash");
      window.await("they are listed", () -> trash.table("trash.sessions").rowCount() == ids.length);
      trash.table("trash.sessions").selectRows(0, 1);
      trash.button("trash.purge").click();
      window.frame.optionPane().requireTitle("Delete for Good").okButton().click();
      window.await(
          "two are gone for good", () -> cloud.store.list("trash/", null).objects().size() == 9);
      window.await("the list knows", () -> trash.table("trash.sessions").rowCount() == 9);
      trash.table("trash.sessions").selectRows(0);
      trash.button("trash.restore").click();
      window.await("one is back", () -> cloud.store.list("sessions/", null).objects().size() == 1);
    }
  }

  static void drop(OpenWindow window, Path file) {
    JComponent root = ((JFrame) window.frame.target()).getRootPane();
    boolean taken =
        OpenWindow.onEdt(() ->
            root.getTransferHandler().importData(new TransferSupport(root, new DroppedFile(file))));
    assertThat(taken).isTrue();
  }

  /** One file as a file manager hands it over. */
  private record DroppedFile(Path file) implements Transferable {
    @Override
    public DataFlavor[] getTransferDataFlavors() {
      return new DataFlavor[] {DataFlavor.javaFileListFlavor};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
      return flavor.equals(DataFlavor.javaFileListFlavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) {
      return List.of(file.toFile());
    }
  }
}
