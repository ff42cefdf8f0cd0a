package io.fastshot.client.ui.cloud;

import io.fastshot.client.ui.status.RebuildActions;
import io.fastshot.client.ui.status.StatusBar;
import io.fastshot.model.RebuildState;
import java.awt.Window;

/** What the buttons of the status bar do. */
record StatusWishes(Window frame, Runnable now, RebuildActions rebuilds)
    implements StatusBar.Wishes {

  @Override
  public void refresh() {
    now.run();
  }

  @Override
  public void rebuild(RebuildState.Mode mode) {
    rebuilds.ask(frame, mode);
  }

  @Override
  public void cancelRebuild() {
    rebuilds.cancel();
  }
}
