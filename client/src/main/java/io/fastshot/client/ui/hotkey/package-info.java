/**
 * A key from anywhere, Shift+F6 if the person has chosen no other: {@link
 * io.fastshot.client.ui.hotkey.GlobalHotkey} tells when it was pressed, where the desktop lets one
 * listen.
 *
 * <p>In: a {@link io.fastshot.client.ui.hotkey.KeyCombination}. Out: calls on a thread of the
 * hotkey's own, or why there are none: another program has the key, or the desktop has no way
 * ({@link io.fastshot.client.ui.hotkey.WaylandAdvice} then knows the command that binds it). Under
 * X11 by a passive grab, on Windows by {@code RegisterHotKey}, on macOS by {@code
 * RegisterEventHotKey}; each with its few calls of C in one class. Never: sees a key that was not
 * asked for.
 */
@NullMarked
package io.fastshot.client.ui.hotkey;

import org.jspecify.annotations.NullMarked;
