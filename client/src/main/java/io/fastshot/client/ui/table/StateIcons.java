package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.RowState;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Look;
import javax.swing.Icon;

/** The icons of states, each in the color that its meaning has. */
public final class StateIcons {
  private static final int SIZE = 14;
  private static final Icon CLOUD = Glyph.CLOUD.icon(SIZE);
  private static final Icon LOCAL = Glyph.MACHINE.icon(SIZE, Look::good);
  private static final Icon WORKING = Glyph.WORKING.icon(SIZE, Look::accent);
  private static final Icon DEGRADED = Glyph.WARNING.icon(SIZE, Look::warning);
  private static final Icon SELECTED_LOCAL = Glyph.MACHINE.icon(SIZE);
  private static final Icon SELECTED_WORKING = Glyph.WORKING.icon(SIZE);
  private static final Icon SELECTED_DEGRADED = Glyph.WARNING.icon(SIZE);

  private StateIcons() {}

  /** The icon of a kind of state on a selected row: in the color of its text. */
  public static Icon onSelection(RowState.Kind kind) {
    return switch (kind) {
      case CLOUD -> CLOUD;
      case LOCAL -> SELECTED_LOCAL;
      case WORKING -> SELECTED_WORKING;
      case DEGRADED -> SELECTED_DEGRADED;
    };
  }

  /** The icon of a kind of state. */
  public static Icon of(RowState.Kind kind) {
    return switch (kind) {
      case CLOUD -> CLOUD;
      case LOCAL -> LOCAL;
      case WORKING -> WORKING;
      case DEGRADED -> DEGRADED;
    };
  }
}
