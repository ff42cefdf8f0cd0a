package io.fastshot.client.ui.look;

import static java.awt.event.InputEvent.CTRL_DOWN_MASK;
import static java.awt.event.InputEvent.META_DOWN_MASK;
import static java.awt.event.InputEvent.SHIFT_DOWN_MASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.event.KeyEvent;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of macOS are seen to without one. */
class KeysTest {
  @Test
  void theKeyOfMenusIsThatOfTheSystem() {
    assertThat(Keys.stroke("menu shift C", CTRL_DOWN_MASK))
        .isEqualTo(KeyStroke.getKeyStroke(KeyEvent.VK_C, CTRL_DOWN_MASK | SHIFT_DOWN_MASK));
    assertThat(Keys.stroke("menu shift C", META_DOWN_MASK))
        .isEqualTo(KeyStroke.getKeyStroke(KeyEvent.VK_C, META_DOWN_MASK | SHIFT_DOWN_MASK));
    assertThat(Keys.stroke("ctrl SPACE", META_DOWN_MASK))
        .isEqualTo(KeyStroke.getKeyStroke(KeyEvent.VK_SPACE, CTRL_DOWN_MASK));
  }

  @ParameterizedTest
  @CsvSource({
    "menu U, Ctrl+U, ⌘U",
    "shift menu C, Ctrl+Shift+C, ⇧⌘C",
    "shift F6, Shift+F6, ⇧F6",
    "F5, F5, F5",
    "DELETE, Del, Del",
    "menu PLUS, Ctrl++, ⌘+",
    "menu COMMA, 'Ctrl+,', '⌘,'",
    "PAGE_DOWN, Page Down, Page Down",
    "ctrl SPACE, Ctrl+Space, ⌃Space"
  })
  void peopleReadThemAsTheirSystemWritesThem(String key, String usual, String mac) {
    assertThat(Keys.text(key, CTRL_DOWN_MASK)).isEqualTo(usual);
    assertThat(Keys.text(key, META_DOWN_MASK)).isEqualTo(mac);
  }

  @Test
  void keyboardsOfMacsDeleteByBackspace() {
    assertThat(Keys.deleting(CTRL_DOWN_MASK)).containsExactly("DELETE");
    assertThat(Keys.deleting(META_DOWN_MASK)).containsExactly("DELETE", "BACK_SPACE");
  }

  @Test
  void aSlipInTheTableOfKeysIsFoundAtOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> Keys.stroke("menü U", CTRL_DOWN_MASK));
  }
}
