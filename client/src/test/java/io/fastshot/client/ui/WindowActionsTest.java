package io.fastshot.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.client.display.WindowTest;
import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
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
      window.viewer().button("next").click();
      window.await("the second is shown", () -> window.viewerPicture().equals("Image 2 of Map"));
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
  void fileThatIsNoSessionIsNamedInANotice() throws Exception {
    Path file = Files.writeString(home.resolve("notes.txt"), "hello");
    try (OpenWindow window = OpenWindow.on(cloud, home)) {
      drop(window, file);
      window.await(
          "it says so",
          () -> window.text("notice.upload notes.txt").startsWith("“notes.txt” is not a session"));
    }
  }

  private static void drop(OpenWindow window, Path file) {
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
