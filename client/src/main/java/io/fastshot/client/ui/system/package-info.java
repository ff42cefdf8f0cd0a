/**
 * What the desktop has beside windows: the menu of the program and its icon in the Dock (macOS),
 * files that are opened by a double click there, and the tray.
 *
 * <p>In: the window, and what shows sessions in files. Out: calls of those on the event thread;
 * nothing where a desktop lacks such a thing. {@link io.fastshot.client.ui.system.SystemControl} is
 * the front door. Never: looks into a session.
 */
@NullMarked
package io.fastshot.client.ui.system;

import org.jspecify.annotations.NullMarked;
