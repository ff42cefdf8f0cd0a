package io.fastshot.client.ui.hotkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each system has its own numbers for the same key. */
class KeyCombinationTest {

  @ParameterizedTest
  @CsvSource({
    "shift F6, shift F6",
    "Ctrl+Shift+6, ctrl shift 6",
    "control alt p, ctrl alt P",
    " META  F12 , meta F12"
  })
  void whatIsWrittenIsRead(String text, String written) {
    KeyCombination keys = KeyCombination.of(text).orElseThrow();
    assertThat(keys).hasToString(written);
    assertThat(KeyCombination.of(keys.toString())).contains(keys);
  }

  /** A letter alone, or with Shift, could not be typed in any program any more. */
  @ParameterizedTest
  @ValueSource(strings = {"", "shift", "A", "shift 6", "F13", "F0", "ctrl", "hyper F6", "ctrl ä"})
  void whatIsNoHotkeyIsNone(String text) {
    assertThat(KeyCombination.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // winuser.h: MOD_NOREPEAT 0x4000, MOD_SHIFT 4; VK_F6 0x75. X11: XK_F6 0xffc3. Events.h: kVK_F6.
    "shift F6, 0x4004, 0x75, 1, 0xFFC3, 0x200, 97",
    "ctrl shift 6, 0x4006, 0x36, 5, 0x36, 0x1200, 22",
    "ctrl alt meta Z, 0x400B, 0x5A, 76, 0x7A, 0x1900, 6",
    "alt M, 0x4001, 0x4D, 8, 0x6D, 0x800, 46",
    "F12, 0x4000, 0x7B, 0, 0xFFC9, 0, 111"
  })
  void everySystemGetsItsNumbers(
      String text, String mods, String vk, int xMods, String keysym, String carbon, int place) {
    KeyCombination keys = KeyCombination.of(text).orElseThrow();
    assertThat(WindowsHotkey.modifiers(keys)).isEqualTo(Integer.decode(mods));
    assertThat(WindowsHotkey.code(keys)).isEqualTo(Integer.decode(vk));
    assertThat(XcbHotkey.modifiers(keys)).isEqualTo(xMods);
    assertThat(XcbHotkey.keysym(keys)).isEqualTo(Integer.decode(keysym));
    assertThat(MacHotkey.modifiers(keys)).isEqualTo(Integer.decode(carbon));
    assertThat(MacHotkey.code(keys)).isEqualTo(place);
  }

  @Test
  void everyKeyHasAPlaceOfItsOwnOnMacs() {
    List<Integer> places = new ArrayList<>();
    for (char key : "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".toCharArray()) {
      places.add(MacHotkey.code(KeyCombination.of("ctrl " + key).orElseThrow()));
    }
    for (int key = 1; key <= 12; key++) {
      places.add(MacHotkey.code(KeyCombination.of("F" + key).orElseThrow()));
    }
    assertThat(places).doesNotHaveDuplicates().allMatch(place -> place >= 0 && place < 128);
  }
}
