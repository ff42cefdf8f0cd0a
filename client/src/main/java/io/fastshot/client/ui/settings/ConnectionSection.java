package io.fastshot.client.ui.settings;

import io.fastshot.client.data.ConnectionTest;
import io.fastshot.client.data.ConnectionTest.Step;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.kit.Texts;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import java.awt.BorderLayout;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Where the library is, and a test that says step by step what works. */
final class ConnectionSection {
  private static final int ICON = 14;
  private static final Icon WORKS = Glyph.CHECK.icon(ICON, Look::good);
  private static final Icon FAILS = Glyph.WARNING.icon(ICON, Look::warning);
  private static final Icon SKIPPED = Glyph.MINUS.icon(ICON, Look::dimmed);

  private final Library library;
  private final Tasks tasks;
  private final JButton test = TextGate.button("Test Connection");
  private final JPanel steps = new JPanel();

  ConnectionSection(Library library, Tasks tasks) {
    this.library = library;
    this.tasks = tasks;
    test.setName("settings.test");
    test.addActionListener(_ -> test());
    steps.setLayout(new BoxLayout(steps, BoxLayout.Y_AXIS));
    steps.setName("settings.steps");
    steps.getAccessibleContext().setAccessibleName("What the test found");
  }

  void addTo(Page page) {
    LibrarySettings settings = library.settings();
    page.section("Library");
    page.line("Name", Page.text("settings.name", settings.name()));
    Object store = settings.endpoint() == null ? "AWS, " + settings.region() : settings.endpoint();
    String prefix = settings.prefix().isEmpty() ? "" : ", below " + settings.prefix();
    page.line(
        "Place",
        Page.text("settings.place", "bucket " + settings.bucket() + prefix + " at " + store));
    String profile = settings.profile();
    if (profile != null) {
      page.line("AWS profile", Page.text("settings.profile", profile));
    }
    page.line("Connection", Page.side(test));
    page.line("", steps);
  }

  /** Gives the button the keyboard. */
  void focus() {
    Edt.later(test::requestFocusInWindow); // after the tabs have given it to their first
  }

  private void test() {
    test.setEnabled(false);
    TextGate.text(test, "Testing…");
    steps.removeAll();
    tasks.run(
        () -> new ConnectionTest(library, step -> Edt.later(() -> show(step))).run(),
        _ -> ended(),
        failure -> {
          show(new Step("The test", Step.Result.FAILS, Texts.reason(failure)));
          ended();
        });
  }

  private void ended() {
    test.setEnabled(true);
    TextGate.text(test, "Test Again");
  }

  private void show(Step step) {
    JLabel name = TextGate.label(step.name());
    name.setName("settings.step");
    name.setFont(Look.font(Font.BOLD, 1));
    name.setIcon(
        switch (step.result()) {
          case WORKS -> WORKS;
          case FAILS -> FAILS;
          case SKIPPED -> SKIPPED;
        });
    JPanel line = new JPanel(new BorderLayout());
    line.setBorder(BorderFactory.createEmptyBorder(6, 0, 0, 0));
    line.add(name, BorderLayout.NORTH);
    JPanel indented = new JPanel(new BorderLayout());
    indented.add(Box.createHorizontalStrut(ICON + 4), BorderLayout.LINE_START);
    indented.add(Page.text("settings.detail", step.detail()), BorderLayout.CENTER);
    line.add(indented, BorderLayout.CENTER);
    steps.add(line);
    steps.revalidate();
    steps.repaint();
  }
}
