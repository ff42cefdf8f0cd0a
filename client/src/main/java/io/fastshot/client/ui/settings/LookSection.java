package io.fastshot.client.ui.settings;

import io.fastshot.client.ui.kit.TextGate;
import io.fastshot.client.ui.look.Theme;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JRadioButton;

/** Light, dark, or as the desktop has it; at once. */
final class LookSection {
  private final Supplier<Theme> chosen;
  private final Map<Theme, JRadioButton> buttons = new EnumMap<>(Theme.class);

  LookSection(Supplier<Theme> chosen, Consumer<Theme> choose) {
    this.chosen = chosen;
    ButtonGroup group = new ButtonGroup();
    for (Theme theme : Theme.values()) {
      JRadioButton button = TextGate.radio(theme.title());
      button.setName("settings.theme." + theme.settingsName());
      button.addActionListener(_ -> choose.accept(theme));
      group.add(button);
      buttons.put(theme, button);
    }
  }

  void addTo(Page page) {
    page.section("Look");
    JPanel side = Page.side();
    buttons.values().forEach(side::add);
    page.line("Theme", side);
    look();
  }

  /** Shows what is chosen: the menu may have chosen another. */
  void look() {
    JRadioButton button = buttons.get(chosen.get());
    if (button != null) {
      button.setSelected(true);
    }
  }
}
