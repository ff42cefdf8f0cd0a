package io.fastshot.client.ui.viewer;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import java.util.Locale;
import javax.swing.Box;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JToggleButton;
import javax.swing.JToolBar;
import org.jspecify.annotations.Nullable;

/** The viewer's buttons: previous, next, which one of how many, the zoom, fit, actual size. */
final class ViewerBar extends JToolBar {
  private static final long serialVersionUID = 1L;
  private static final int ICON = 16;

  private final JButton previous;
  private final JButton next;
  private final JLabel position = TextGate.label(" ");
  private final JLabel zoom = TextGate.label(" ");
  private final JToggleButton fit = TextGate.toggle("Fit", Glyph.FIT.icon(ICON));
  private final JToggleButton full = TextGate.toggle("Actual Size");

  /** What the buttons do. */
  interface Wishes {
    void step(int by);

    void zoom(double to);
  }

  ViewerBar(Wishes wishes) {
    setFloatable(false);
    previous = button("previous", "Previous image (Left)", Glyph.PREVIOUS.icon(ICON));
    next = button("next", "Next image (Right)", Glyph.NEXT.icon(ICON));
    previous.addActionListener(_ -> wishes.step(-1));
    next.addActionListener(_ -> wishes.step(1));
    fit.setIcon(Glyph.FIT.icon(ICON));
    fit.setName("fit");
    TextGate.tip(fit, "Fit into the window (F)");
    fit.addActionListener(_ -> wishes.zoom(ImageCanvas.FIT));
    full.setName("full");
    TextGate.tip(full, "One pixel of the image is one of the screen (1)");
    full.addActionListener(_ -> wishes.zoom(1));
    position.setName("position");
    zoom.setName("zoom");
    add(previous);
    add(position);
    add(next);
    add(Box.createHorizontalGlue());
    add(zoom);
    add(Box.createHorizontalStrut(ICON));
    add(fit);
    add(full);
  }

  private static JButton button(String name, String tip, Icon icon) {
    JButton button = new JButton(icon);
    button.setName(name);
    TextGate.tip(button, tip);
    button.getAccessibleContext().setAccessibleName(tip);
    return button;
  }

  /** Shows where one is; no images if {@code images} is null. */
  void show(int index, @Nullable SessionImages images, ImageCanvas canvas) {
    int count = images == null ? 0 : images.count();
    previous.setEnabled(index > 0);
    next.setEnabled(index < count - 1);
    TextGate.text(position, count == 0 ? " " : " " + (index + 1) + " of " + count + " ");
    boolean any = count > 0;
    fit.setEnabled(any);
    full.setEnabled(any);
    fit.setSelected(any && canvas.isFit());
    full.setSelected(any && !canvas.isFit() && canvas.shownZoom() == 1);
    TextGate.text(
        zoom, any ? String.format(Locale.ROOT, "%.0f %%", canvas.shownZoom() * 100) : " ");
  }
}
