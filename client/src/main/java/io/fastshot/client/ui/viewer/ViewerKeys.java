package io.fastshot.client.ui.viewer;

import java.awt.event.ActionEvent;
import java.util.function.IntConsumer;
import javax.swing.AbstractAction;
import javax.swing.ActionMap;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.KeyStroke;

/** The keys of the viewer, and the mouse wheel with Ctrl. */
final class ViewerKeys {
  private static final double STEP = 1.25;

  private ViewerKeys() {}

  static void install(JFrame window, ImageCanvas canvas, IntConsumer step, Runnable zoomed) {
    JComponent root = window.getRootPane();
    bind(root, () -> step.accept(1), "RIGHT", "PAGE_DOWN", "SPACE", "DOWN");
    bind(root, () -> step.accept(-1), "LEFT", "PAGE_UP", "UP");
    bind(root, window::dispose, "ESCAPE", "ctrl W");
    bind(root, () -> zoom(canvas, ImageCanvas.FIT, zoomed), "F", "0", "ctrl 0");
    bind(root, () -> zoom(canvas, 1, zoomed), "1", "ctrl 1");
    bind(
        root,
        () -> zoomBy(canvas, STEP, zoomed),
        "PLUS",
        "EQUALS",
        "ctrl PLUS",
        "ctrl EQUALS",
        "ADD");
    bind(root, () -> zoomBy(canvas, 1 / STEP, zoomed), "MINUS", "ctrl MINUS", "SUBTRACT");
    canvas.addMouseWheelListener(event -> {
      if (event.isControlDown()) {
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
      inputs.put(KeyStroke.getKeyStroke(key), key);
      inWindow.put(KeyStroke.getKeyStroke(key), key);
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
