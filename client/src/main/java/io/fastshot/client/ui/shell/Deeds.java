package io.fastshot.client.ui.shell;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.kit.Edt;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What somebody, a tab or the window, does for the actions of the table.
 *
 * <p><b>Threads:</b> the event thread only.
 */
public final class Deeds {
  private final Map<UserAction, Deed> deeds = new EnumMap<>(UserAction.class);
  private final List<Runnable> listeners = new ArrayList<>();

  private record Deed(Runnable run, BooleanSupplier possible) {}

  /** Does {@code run} for an action, always. */
  public Deeds put(UserAction action, Runnable run) {
    return put(action, run, () -> true);
  }

  /** Does {@code run} for an action while it is possible. */
  public Deeds put(UserAction action, Runnable run, BooleanSupplier possible) {
    deeds.put(action, new Deed(run, possible));
    return this;
  }

  /** Whether there is something to do for an action, possible now or not. */
  boolean has(UserAction action) {
    return deeds.containsKey(action);
  }

  /** Whether the action can be done now. */
  boolean isPossible(UserAction action) {
    Deed deed = deeds.get(action);
    return deed != null && deed.possible().getAsBoolean();
  }

  /** Does it, if that is possible: what was possible when a menu opened may not be any more. */
  void run(UserAction action) {
    Deed deed = deeds.get(action);
    if (deed != null && deed.possible().getAsBoolean()) {
      deed.run().run();
    }
  }

  /** Tells that other actions are possible now. */
  public void changed() {
    Edt.require();
    List.copyOf(listeners).forEach(Runnable::run);
  }

  void listen(Runnable listener) {
    listeners.add(listener);
  }
}
