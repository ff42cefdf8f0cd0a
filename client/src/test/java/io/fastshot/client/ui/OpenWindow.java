package io.fastshot.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.timing.Pause.pause;

import io.fastshot.client.data.Library;
import io.fastshot.client.data.search.FacetValue;
import io.fastshot.client.data.search.SearchCompletion;
import io.fastshot.client.ui.catalog.SessionColumn;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.look.Theme;
import io.fastshot.client.ui.table.SessionTable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.swing.JFrame;
import javax.swing.JTextField;
import javax.swing.text.LayeredHighlighter.LayerPainter;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JButtonFixture;
import org.assertj.swing.fixture.JTableFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Timeout;

/** The window of a test's library, on the screen, with what tests ask it. */
final class OpenWindow implements AutoCloseable {
  private static final int LOST_AFTER_TENTHS = 80;
  private static final Timeout PATIENCE = Timeout.timeout(30_000);

  final FrameFixture frame;
  private final Robot robot;
  private final FastshotWindow window;
  private final Library library;

  private OpenWindow(Robot robot, FastshotWindow window, Library library) {
    this.robot = robot;
    this.window = window;
    this.library = library;
    this.frame = new FrameFixture(robot, robot.finder().findByName("fastshot", JFrame.class));
  }

  /** Opens the window on a cloud; the cache is below {@code home}. */
  static OpenWindow on(TestCloud cloud, Path home, Theme theme) throws InterruptedException {
    Robot robot = BasicRobot.robotWithCurrentAwtHierarchy();
    Library library = cloud.library(home);
    UiSettings settings = UiSettings.load(home, InstantSource.system());
    settings.put("theme", theme.settingsName());
    return new OpenWindow(robot, FastshotWindow.open(library, settings), library);
  }

  /** Opens it in the light theme. */
  static OpenWindow on(TestCloud cloud, Path home) throws InterruptedException {
    return on(cloud, home, Theme.LIGHT);
  }

  JTableFixture table() {
    return frame.table("sessions");
  }

  /** The texts of a column, from top to bottom. */
  List<String> column(SessionColumn column) {
    return onEdt(() -> {
      SessionTable table =
          robot.finder().findByName(frame.target(), "sessions", SessionTable.class, false);
      return IntStream.range(0, table.getRowCount())
          .mapToObj(row -> table.getModel().getValueAt(row, column.index()).toString())
          .toList();
    });
  }

  List<String> names() {
    return column(SessionColumn.NAME);
  }

  /** What a second start of the program does, by a double click on files. */
  void raise(Path... files) {
    window.raise(List.of(files));
  }

  /** The viewer that is open. */
  FrameFixture viewer() {
    return new FrameFixture(robot, robot.finder().findByName("viewer", JFrame.class));
  }

  /** A label of the viewer; empty while there is no viewer. */
  String viewerText(String label) {
    boolean open =
        onEdt(() -> !robot.finder().findAll(c -> "viewer".equals(c.getName())).isEmpty());
    return open ? String.valueOf(viewer().label(label).text()) : "";
  }

  /** What the viewer says while it shows no picture; empty while there is no viewer. */
  String viewerMessage() {
    return onEdt(() ->
        robot.finder().findAll(c -> "viewer.message".equals(c.getName())).stream()
            .filter(java.awt.Component::isShowing)
            .map(c -> ((javax.swing.text.JTextComponent) c).getText())
            .findFirst()
            .orElse(""));
  }

  /** What a screen reader says of the picture that the viewer shows. */
  String viewerPicture() {
    return onEdt(() -> {
      var canvas = robot.finder().findByName(viewer().target(), "viewer.picture", false);
      String name = canvas.getAccessibleContext().getAccessibleName();
      return name == null ? "" : name;
    });
  }

  String summary() {
    return String.valueOf(frame.label("summary").text());
  }

  /** What the search is completed to; empty while no list is shown. */
  List<String> completions() {
    return onEdt(() ->
        robot.finder().findAll(c -> "search.completion".equals(c.getName())).stream()
            .filter(java.awt.Component::isShowing)
            .map(javax.swing.JList.class::cast)
            .flatMap(list ->
                IntStream.range(0, list.getModel().getSize())
                    .mapToObj(i -> (SearchCompletion) list.getModel().getElementAt(i)))
            .map(SearchCompletion::text)
            .toList());
  }

  /** How many parts of the search are marked as wrong. */
  int marks() {
    return onEdt(() ->
        (int)
            Arrays.stream(
                    ((JTextField) frame.textBox("search").target())
                        .getHighlighter()
                        .getHighlights())
                .filter(mark -> !(mark.getPainter() instanceof LayerPainter))
                .count());
  }

  /** The text of a component by its name, or empty if it is not shown. */
  String text(String name) {
    return onEdt(() ->
        robot.finder().findAll(frame.target(), c -> name.equals(c.getName())).stream()
            .filter(java.awt.Component::isShowing)
            .map(c ->
                switch (c) {
                  case javax.swing.JLabel label -> label.getText();
                  case javax.swing.text.JTextComponent area -> area.getText();
                  default -> "";
                })
            .findFirst()
            .orElse(""));
  }

  /** The texts of all shown components of a name, from top to bottom. */
  List<String> texts(String name) {
    return onEdt(() ->
        robot.finder().findAll(frame.target(), c -> name.equals(c.getName())).stream()
            .filter(java.awt.Component::isShowing)
            .sorted(java.util.Comparator.comparingInt(c -> c.getLocationOnScreen().y))
            .map(c ->
                c instanceof javax.swing.JLabel label
                    ? label.getText()
                    : ((javax.swing.text.JTextComponent) c).getText())
            .toList());
  }

  /** Waits until a section of the filters shows exactly this: a mark, the value, the count. */
  void awaitFacets(String field, String... values) {
    await("the filters show " + List.of(values), () -> facets(field).equals(List.of(values)));
  }

  private List<String> facets(String field) {
    return onEdt(() ->
        robot.finder().findAll(c -> ("facet." + field).equals(c.getName())).stream()
            .filter(java.awt.Component::isShowing)
            .map(javax.swing.JList.class::cast)
            .flatMap(list ->
                IntStream.range(0, list.getModel().getSize())
                    .mapToObj(i -> (FacetValue) list.getModel().getElementAt(i)))
            .map(value ->
                switch (value.mark()) {
                      case NONE -> " ";
                      case CHOSEN -> "+";
                      case EXCLUDED -> "-";
                    }
                    + value.text()
                    + " "
                    + value.count())
            .toList());
  }

  /** What a screen reader says of the columns, from left to right. */
  List<String> headers() {
    return onEdt(() -> {
      var table = table().target();
      return IntStream.range(0, table.getColumnCount())
          .mapToObj(i ->
              (javax.swing.JLabel)
                  table
                      .getColumnModel()
                      .getColumn(i)
                      .getHeaderRenderer()
                      .getTableCellRendererComponent(table, "", false, false, -1, i))
          .map(label -> label.getAccessibleContext().getAccessibleName())
          .toList();
    });
  }

  /** Whether a component is on the screen. */
  boolean isShown(String name) {
    return onEdt(() ->
        robot.finder().findAll(frame.target(), c -> name.equals(c.getName())).stream()
            .anyMatch(java.awt.Component::isShowing));
  }

  /** Waits until something holds; says what was awaited when it does not come. */
  void await(String what, Callable<Boolean> holds) {
    pause(
        new Condition(what) {
          @Override
          public boolean test() {
            try {
              return holds.call();
            } catch (Exception e) {
              throw new IllegalStateException(what, e);
            }
          }
        },
        PATIENCE);
  }

  /**
   * Clicks, and once more if nothing comes of it within some seconds: without a window manager a
   * click on a window that has just come up can be lost on its way. Seen once.
   */
  void clickUntil(Supplier<JButtonFixture> button, String what, Callable<Boolean> holds)
      throws Exception {
    button.get().click();
    for (int i = 0; i < LOST_AFTER_TENTHS && !holds.call(); i++) {
      pause(100);
    }
    if (!holds.call()) {
      button.get().click();
    }
    await(what, holds);
  }

  /** Waits until the list shows exactly these names, in any order. */
  void awaitNames(String... names) {
    List<String> wanted = List.of(names);
    await(
        "the list shows " + wanted,
        () -> {
          List<String> shown = names();
          return shown.size() == wanted.size() && shown.containsAll(wanted);
        });
  }

  static <T> T onEdt(Callable<T> question) {
    T answer = GuiActionRunner.execute(question);
    assertThat(answer).isNotNull();
    return answer;
  }

  @Override
  public void close() {
    window.close();
    await("the window is closed", () -> !frame.target().isDisplayable());
    robot.cleanUpWithoutDisposingWindows();
    library.close();
  }
}
