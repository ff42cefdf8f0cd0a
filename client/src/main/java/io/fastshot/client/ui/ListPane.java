package io.fastshot.client.ui;

import io.fastshot.client.ui.catalog.CatalogListener;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.catalog.Connection;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import io.fastshot.client.ui.table.SessionTable;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.GridBagLayout;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** The table, or, where it would be empty, why it is and what to do. */
final class ListPane extends JPanel implements CatalogListener {
  private static final long serialVersionUID = 1L;
  private static final String TABLE = "table";
  private static final String EMPTY = "empty";
  private static final int LATEST_MS = 1_000;

  private final CardLayout cards = new CardLayout();
  private final transient CatalogModel catalog;
  private final SessionTable table;
  private final JLabel head = TextGate.label(" ");
  private final JLabel advice = TextGate.label(" ");
  private final JButton button = TextGate.button(" ");
  private final transient Wishes wishes;
  private transient Runnable action = () -> {};
  private transient @Nullable Runnable afterPaint;

  /** What the buttons of empty lists do. */
  interface Wishes {
    void upload();

    void clearSearch();

    void retry();
  }

  ListPane(CatalogModel catalog, SessionTable table, Wishes wishes) {
    this.catalog = catalog;
    this.table = table;
    this.wishes = wishes;
    setLayout(cards);
    JScrollPane scroll = new JScrollPane(table);
    scroll.setName("scroll");
    scroll.setBorder(BorderFactory.createEmptyBorder());
    add(scroll, TABLE);
    add(message(), EMPTY);
    button.addActionListener(_ -> action.run());
    catalog.listen(this);
    update();
  }

  private JPanel message() {
    head.setName("empty.head");
    advice.setName("empty.advice");
    button.setName("empty.action");
    JLabel icon = new JLabel(Glyph.PICTURE.icon(48, Look::dimmed));
    JPanel column = new JPanel();
    column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
    for (Component part :
        new Component[] {
          icon,
          Box.createVerticalStrut(12),
          head,
          Box.createVerticalStrut(6),
          advice,
          Box.createVerticalStrut(14),
          button
        }) {
      if (part instanceof javax.swing.JComponent component) {
        component.setAlignmentX(CENTER_ALIGNMENT);
      }
      column.add(part);
    }
    JPanel center = new JPanel(new GridBagLayout());
    center.add(column);
    return center;
  }

  /** Shows rows. */
  void show(ShownRows rows) {
    table.show(rows);
    update();
  }

  /**
   * Calls {@code begin} once, when the list has been on the screen for the first time, or after a
   * second in which it could not be: behind other windows nothing is painted.
   */
  void afterFirstPaint(Runnable begin) {
    afterPaint = begin;
    Timer latest = new Timer(LATEST_MS, _ -> begin());
    latest.setRepeats(false);
    latest.start();
  }

  private void begin() {
    Runnable begin = afterPaint;
    afterPaint = null;
    if (begin != null) {
      begin.run();
    }
  }

  @Override
  public void paint(Graphics graphics) {
    super.paint(graphics);
    if (afterPaint != null) {
      Edt.later(this::begin); // after this paint has reached the screen
    }
  }

  @Override
  public void statusChanged() {
    update();
  }

  private void update() {
    if (!table.shown().rows().isEmpty()) {
      cards.show(this, TABLE);
      return;
    }
    head.setFont(Look.font(Font.BOLD, 1.2f));
    advice.setForeground(Look.dimmed());
    boolean any = !catalog.rows().isEmpty();
    if (any && table.shown().query().isBlank()) {
      // The worker is about to hand over the first rows.
      cards.show(this, TABLE);
      return;
    }
    if (any) {
      say(
          "No session matches",
          "Everything in the search must hold for a session.",
          "Clear Search",
          wishes::clearSearch);
    } else {
      sayWhyEmpty(catalog.connection());
    }
    cards.show(this, EMPTY);
  }

  private void sayWhyEmpty(Connection connection) {
    switch (connection) {
      case Connection.Connecting _ -> say("Reading the list…", " ", "", () -> {});
      case Connection.UpToDate _ ->
          say(
              "This library is empty",
              "Drop .fastshot files here, or put them below sessions/ with any S3 tool.",
              "Upload…",
              wishes::upload);
      case Connection.Offline(String reason) -> problem("The library cannot be reached", reason);
      case Connection.Denied(String reason) -> problem("The library refuses access", reason);
      case Connection.Failed(String reason) -> problem("The list cannot be read", reason);
    }
  }

  private void problem(String what, String reason) {
    String cache = catalog.snapshot().refreshedAt() == null ? "" : " The last list was empty.";
    say(what, reason + cache, "Retry", wishes::retry);
  }

  private void say(String what, String how, String title, Runnable run) {
    TextGate.text(head, what);
    TextGate.text(advice, how);
    TextGate.text(button, title);
    button.setVisible(!title.isEmpty());
    action = run;
  }
}
