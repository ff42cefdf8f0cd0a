/**
 * What every tab of the window shares with it: {@link io.fastshot.client.ui.shell.Tab}, the actions
 * of the table {@link io.fastshot.client.action.UserAction} as Swing's actions, and the menus and
 * the sheet of keys that are made of them.
 *
 * <p>In: what a tab does for an action. Out: menus, keys, buttons. Never does anything with a
 * session itself.
 */
@NullMarked
package io.fastshot.client.ui.shell;

import org.jspecify.annotations.NullMarked;
