package io.fastshot.client.ui.shell;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.kit.Edt;
import java.awt.event.ActionEvent;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.AbstractAction;
import javax.swing.Action;

/**
 * The actions of the table as Swing's actions: one each, shared by its menus, buttons and keys. The
 * shown tab does what it has a deed for, the window the rest; what can be done by neither is
 * disabled wherever it is shown.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class Actions {
  private final Map<UserAction, Shared> actions = new EnumMap<>(UserAction.class);
  private final Deeds window;
  private Deeds tab = new Deeds();

  /**
   * @param window what is done for actions for which the shown tab has no deed
   */
  public Actions(Deeds window) {
    this.window = window;
    for (UserAction action : UserAction.values()) {
      actions.put(action, new Shared(action));
    }
    window.listen(this::update);
  }

  /** Swing's action for one of the table. */
  public Action of(UserAction action) {
    return shared(action);
  }

  /** Does an action, as a menu would; nothing if it is not possible now. */
  public void run(UserAction action) {
    doer(action).run(action);
  }

  /** Ticks an action that switches something on and off, or chooses one of several. */
  public void tick(UserAction action, boolean on) {
    shared(action).putValue(Action.SELECTED_KEY, on);
  }

  /** The actions go to this tab from now on. */
  public void show(Deeds shown) {
    Edt.require();
    tab = shown;
    update();
  }

  /** Follows what is possible in a tab; the tab need not be the shown one yet. */
  public void follow(Deeds deeds) {
    deeds.listen(() -> {
      if (deeds == tab) {
        update();
      }
    });
  }

  private Shared shared(UserAction action) {
    Shared shared = actions.get(action);
    if (shared == null) {
      throw new IllegalStateException("the table was made without " + action);
    }
    return shared;
  }

  private Deeds doer(UserAction action) {
    return tab.has(action) ? tab : window;
  }

  private void update() {
    actions.forEach((action, shared) -> shared.setEnabled(doer(action).isPossible(action)));
  }

  private final class Shared extends AbstractAction {
    private static final long serialVersionUID = 1L;
    private final UserAction action;

    Shared(UserAction action) {
      super(action.title());
      this.action = action;
    }

    @Override
    public void actionPerformed(ActionEvent event) {
      doer(action).run(action);
    }
  }
}
