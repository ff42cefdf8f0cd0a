package io.fastshot.client.ui.table;

import io.fastshot.client.ui.catalog.RowState;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.model.IndexRow;
import javax.swing.SwingConstants;

/** The state of a session: icon, a few words, and all of it in the tooltip. */
final class StateCell extends TextCell {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 6;

  private final transient RowStates states;

  StateCell(RowStates states) {
    super(SwingConstants.LEADING);
    this.states = states;
    setIconTextGap(GAP);
  }

  @Override
  void style(IndexRow row, boolean selected) {
    RowState state = states.of(row);
    setIcon(selected ? StateIcons.onSelection(state.kind()) : StateIcons.of(state.kind()));
    TextGate.tip(this, state.detail());
  }
}
