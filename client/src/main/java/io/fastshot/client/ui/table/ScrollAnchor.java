package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.ShownRows;
import io.fastshot.model.SessionId;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.function.IntUnaryOperator;
import javax.swing.JComponent;
import javax.swing.JViewport;
import org.jspecify.annotations.Nullable;

/** Carries the scroll position of a list over a change of its rows, session by session. */
public final class ScrollAnchor {
  private final JComponent list;
  private final IntUnaryOperator rowAt;
  private final IntUnaryOperator top;

  /**
   * @param rowAt the row at a height, in pixels from the top of the list; -1 for none
   * @param top where a row begins, in pixels from the top of the list
   */
  public ScrollAnchor(JComponent list, IntUnaryOperator rowAt, IntUnaryOperator top) {
    this.list = list;
    this.rowAt = rowAt;
    this.top = top;
  }

  /** The first row on the screen and how far it is scrolled; rows at the very top stay there. */
  public record Place(@Nullable SessionId id, int offset) {}

  /** Where the list is, before its rows change. */
  public Place place(ShownRows before) {
    Rectangle visible = list.getVisibleRect();
    if (visible.y == 0) {
      return new Place(null, 0);
    }
    int row = rowAt.applyAsInt(visible.y);
    return new Place(idAt(before, row), visible.y - top.applyAsInt(Math.max(row, 0)));
  }

  /** Scrolls back to it, when they have changed; to the top if the search is another one. */
  public void restore(Place place, ShownRows before, ShownRows after) {
    if (!(list.getParent() instanceof JViewport viewport)) {
      return;
    }
    if (!before.query().equals(after.query()) && !before.rows().isEmpty()) {
      viewport.setViewPosition(new Point(viewport.getViewPosition().x, 0));
      return;
    }
    Integer row = place.id() == null ? null : after.positions().get(place.id());
    if (row != null) {
      list.setSize(list.getWidth(), list.getPreferredSize().height);
      int most = Math.max(0, list.getHeight() - viewport.getHeight());
      int y = Math.clamp(top.applyAsInt(row) + (long) place.offset(), 0, most);
      viewport.setViewPosition(new Point(viewport.getViewPosition().x, y));
    }
  }

  static @Nullable SessionId idAt(ShownRows rows, int index) {
    return index < 0 || index >= rows.rows().size() ? null : rows.rows().get(index).id();
  }
}
