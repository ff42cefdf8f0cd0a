package io.fastshot.client.ui.facets;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;

/** What a key does. */
final class Run extends AbstractAction {
  private static final long serialVersionUID = 1L;

  private final transient Runnable run;

  Run(Runnable run) {
    this.run = run;
  }

  @Override
  public void actionPerformed(ActionEvent event) {
    run.run();
  }
}
