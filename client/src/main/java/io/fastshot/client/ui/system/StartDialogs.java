package io.fastshot.client.ui.system;

import io.fastshot.client.ui.kit.Edt;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.AppIcon;
import io.fastshot.client.ui.look.Look;
import io.fastshot.client.ui.look.Screens;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.swing.JFrame;

/**
 * What is said to a person who started the program by its icon, while there is no window: nobody
 * sees what is printed then. Each blocks until it is closed; not on the event thread.
 */
public final class StartDialogs {
  private StartDialogs() {}

  /** Tells why there will be no window; does nothing without a screen. */
  public static void tell(String message) throws InterruptedException {
    with(owner -> {
      TextGate.show(owner, TextGate.paragraph(message), "Fastshot");
      return true;
    });
  }

  /** Asks; false also if it is closed, and without a screen. */
  public static boolean ask(String question) throws InterruptedException {
    return with(owner -> TextGate.confirm(owner, question, "Fastshot"));
  }

  @FunctionalInterface
  private interface Dialog {
    boolean show(JFrame owner);
  }

  private static boolean with(Dialog dialog) throws InterruptedException {
    if (Screens.problem().isPresent()) {
      return false;
    }
    Callable<Boolean> shown =
        () -> {
          Look.apply(false);
          JFrame owner = new JFrame();
          owner.setIconImages(AppIcon.images());
          owner.setLocationRelativeTo(null);
          try {
            return dialog.show(owner);
          } finally {
            owner.dispose();
          }
        };
    FutureTask<Boolean> task = new FutureTask<>(shown);
    Edt.later(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a dialog could not be shown", e.getCause());
    }
  }
}
