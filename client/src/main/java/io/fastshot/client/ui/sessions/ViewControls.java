package io.fastshot.client.ui.sessions;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.gallery.PictureSize;
import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.look.Keys;
import io.fastshot.client.ui.shell.Actions;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JToggleButton;

/** Table or gallery, and how large the pictures of the gallery are. */
final class ViewControls extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int ICON = 14;
  private static final int SLIDER_WIDTH = 110;

  private final JSlider slider = new JSlider(PictureSize.LEAST, PictureSize.MOST);

  ViewControls(Actions actions, Consumer<PictureSize> onSize) {
    super(new FlowLayout(FlowLayout.LEADING, 4, 0));
    setOpaque(false);
    slider.setName("gallery.size");
    slider.getAccessibleContext().setAccessibleName("Size of the pictures");
    TextGate.tip(slider, "Size of the pictures");
    slider.setPreferredSize(new Dimension(SLIDER_WIDTH, slider.getPreferredSize().height));
    slider.addChangeListener(_ -> onSize.accept(new PictureSize(slider.getValue())));
    ButtonGroup views = new ButtonGroup();
    add(slider);
    add(toggle(actions, UserAction.TABLE, Glyph.TABLE, views));
    add(toggle(actions, UserAction.GALLERY, Glyph.GALLERY, views));
  }

  private static JToggleButton toggle(
      Actions actions, UserAction action, Glyph glyph, ButtonGroup group) {
    JToggleButton button = TextGate.toggle(actions.of(action), glyph.icon(ICON));
    button.setName("view." + action.title());
    button.getAccessibleContext().setAccessibleName(action.title());
    TextGate.tip(button, action.title() + " (" + Keys.text(action.key()) + ")");
    button.putClientProperty("JButton.buttonType", "toolBarButton");
    group.add(button);
    return button;
  }

  void show(boolean gallery, PictureSize size) {
    slider.setVisible(gallery);
    slider.setValue(size.width());
  }
}
