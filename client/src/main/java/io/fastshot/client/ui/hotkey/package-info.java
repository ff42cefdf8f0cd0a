/**
 * Shift+F6 from anywhere: {@link io.fastshot.client.ui.hotkey.GlobalHotkey} tells when it was
 * pressed, where the desktop lets one listen. Under X11 by a passive grab ({@link
 * io.fastshot.client.ui.hotkey.XcbHotkey}); elsewhere the desktop's own settings can run {@code
 * fastshot show}.
 */
@NullMarked
package io.fastshot.client.ui.hotkey;

import org.jspecify.annotations.NullMarked;
