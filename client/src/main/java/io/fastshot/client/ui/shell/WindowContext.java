package io.fastshot.client.ui.shell;

import io.fastshot.client.ui.kit.Background;
import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.status.Notices;
import java.awt.Window;
import java.util.function.BooleanSupplier;

/**
 * What the tabs of a window share.
 *
 * @param frame the window, for dialogs
 * @param background where everything that blocks is done
 * @param settings what is remembered over a restart
 * @param notices says what a person should know
 * @param actions the table of actions
 * @param isSeen whether somebody can see the window: else nothing is asked for
 */
public record WindowContext(
    Window frame,
    Background background,
    UiSettings settings,
    Notices notices,
    Actions actions,
    BooleanSupplier isSeen) {

  /** The same for a tab that remembers apart. */
  public WindowContext withSettings(UiSettings other) {
    return new WindowContext(frame, background, other, notices, actions, isSeen);
  }
}
