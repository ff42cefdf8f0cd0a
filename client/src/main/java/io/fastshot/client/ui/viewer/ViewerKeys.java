package io.fastshot.client.ui.viewer;

import io.fastshot.client.ui.look.Keys;
import java.awt.event.ActionEvent;
import java.util.function.IntConsumer;
import javax.swing.AbstractAction;
import javax.swing.ActionMap;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.JFrame;

/** The keys of the viewer, and the mouse wheel with Ctrl (a pinch of the trackpad too). */
final class ViewerKeys {
  private static final double STEP = 1.25;

  private ViewerKeys() {}

  static void install(JFrame window, ImageCanvas canvas, IntConsumer step, Runnable zoomed) {
    JComponent root = window.getRootPane();
    bind(root, () -> step.accept(1), "RIGHT", "PAGE_DOWN", "SPACE", "DOWN");
    bind(root, () -> step.accept(-1), "LEFT", "PAGE_UP", "UP");
    bind(root, window::dispose, "ESCAPE", "menu W");
    bind(root, () -> zoom(canvas, ImageCanvas.FIT, zoomed), "F", "0", "menu 0");
    bind(root, () -> zoom(canvas, 1, zoomed), "1", "menu 1");
    bind(
        root,
        () -> zoomBy(canvas, STEP, zoomed),
        "PLUS",
        "EQUALS",
        "menu PLUS",
        "menu EQUALS",
        "ADD");
    bind(root, () -> zoomBy(canvas, 1 / STEP, zoomed), "MINUS", "menu MINUS", "SUBTRACT");
    canvas.addMouseWheelListener(event -> {
      if (Keys.isMenuDown(event) || event.isControlDown()) {
        zoomBy(canvas, event.getWheelRotation() < 0 ? STEP : 1 / STEP, zoomed);
      } else {
        canvas.getParent().dispatchEvent(event);
      }
    });
  }

  private static void zoom(ImageCanvas canvas, double to, Runnable zoomed) {
    canvas.zoom(to);
    zoomed.run();
  }

  private static void zoomBy(ImageCanvas canvas, double factor, Runnable zoomed) {
    canvas.zoomBy(factor);
    zoomed.run();
  }

  private static void bind(JComponent root, Runnable run, String... keys) {
    InputMap inputs = root.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
    InputMap inWindow = root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW);
    ActionMap actions = root.getActionMap();
    for (String key : keys) {
      inputs.put(Keys.stroke(key), key);
      inWindow.put(Keys.stroke(key), key);
      actions.put(
          key,
          new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
              run.run();
            }
          });
    }
  }
}
