package io.fastshot.client.ui;

import io.fastshot.client.ui.kit.UiSettings;
import io.fastshot.client.ui.look.Screens;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Arrays;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;

/** Where on the screens the window is, and how large; remembered. */
record WindowPlace(UiSettings settings) {
  private static final String BOUNDS = "window.bounds";
  private static final Dimension FIRST_SIZE = new Dimension(1480, 860);
  private static final Dimension LEAST_SIZE = new Dimension(820, 520);

  void place(JFrame frame) {
    frame.setMinimumSize(LEAST_SIZE);
    frame.setBounds(Screens.place(known(), FIRST_SIZE, Screens.all()));
  }

  void remember(JFrame frame) {
    if ((frame.getExtendedState() & JFrame.MAXIMIZED_BOTH) == 0) {
      Rectangle at = frame.getBounds();
      settings.put(BOUNDS, at.x + " " + at.y + " " + at.width + " " + at.height);
    }
  }

  private @Nullable Rectangle known() {
    String text = settings.get(BOUNDS).orElse("");
    if (!text.matches("-?\\d{1,5} -?\\d{1,5} \\d{1,5} \\d{1,5}")) {
      return null;
    }
    int[] at = Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    return new Rectangle(at[0], at[1], at[2], at[3]);
  }
}
