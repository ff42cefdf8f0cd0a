package io.fastshot.client.ui.sessions;

import io.fastshot.client.ui.catalog.CatalogListener;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.client.ui.gallery.Gallery;
import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.table.SessionTable;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Point;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** The table or the gallery, or, where they would be empty, why they are and what to do. */
final class ListPane extends JPanel implements CatalogListener {
  private static final long serialVersionUID = 1L;
  private static final String TABLE = "table";
  private static final String GALLERY = "gallery";
  private static final String EMPTY = "empty";
  private static final int LATEST_MS = 1_000;

  private final CardLayout cards = new CardLayout();
  private final transient CatalogModel catalog;
  private final SessionTable table;
  private final Gallery gallery;
  private final EmptyMessage empty = new EmptyMessage();
  private final transient Supplier<EmptyReason> whyEmpty;
  private final transient Runnable clearSearch;
  private boolean asGallery;
  private transient @Nullable Runnable afterPaint;

  /**
   * @param whyEmpty asked when there is no row at all
   * @param clearSearch what the button does when no row matches
   */
  ListPane(
      CatalogModel catalog,
      SessionTable table,
      Gallery gallery,
      Supplier<EmptyReason> whyEmpty,
      Runnable clearSearch) {
    this.catalog = catalog;
    this.table = table;
    this.gallery = gallery;
    this.whyEmpty = whyEmpty;
    this.clearSearch = clearSearch;
    setLayout(cards);
    add(scroll(table, "scroll"), TABLE);
    JScrollPane pictures = scroll(gallery, "gallery.scroll");
    pictures.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    add(pictures, GALLERY);
    add(empty, EMPTY);
    catalog.listen(this);
  }

  private static JScrollPane scroll(Component list, String name) {
    JScrollPane scroll = new JScrollPane(list);
    scroll.setName(name);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    return scroll;
  }

  /** Shows rows. */
  void show(ShownRows rows) {
    gallery.show(rows);
    table.show(rows);
    update();
  }

  /** Shows the gallery or the table, at the same place of the list. */
  void showGallery(boolean show) {
    if (asGallery != show) {
      int first =
          asGallery
              ? gallery.getFirstVisibleIndex()
              : table.rowAtPoint(new Point(0, table.getVisibleRect().y));
      asGallery = show;
      update();
      if (show) {
        gallery.reveal(first);
      } else {
        table.reveal(first);
      }
    }
  }

  /** The list that is shown, which takes the keyboard. */
  Component shownList() {
    return asGallery ? gallery : table;
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
      cards.show(this, asGallery ? GALLERY : TABLE);
      return;
    }
    boolean any = !catalog.rows().isEmpty();
    if (any && table.shown().query().isBlank()) {
      // The worker is about to hand over the first rows.
      cards.show(this, asGallery ? GALLERY : TABLE);
      return;
    }
    empty.show(
        any
            ? new EmptyReason(
                "No session matches",
                "Everything in the search must hold for a session.",
                "Clear Search",
                clearSearch)
            : whyEmpty.get());
    cards.show(this, EMPTY);
  }
}
