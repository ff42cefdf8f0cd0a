/**
 * The tab Local Sessions: session files in folders of this machine, looked at, opened, and put into
 * the library.
 *
 * <p>In: folders. Out: a {@link io.fastshot.client.ui.shell.Tab}. Never changes a file; deleting
 * one moves it to the desktop's trash.
 */
@NullMarked
package io.fastshot.client.ui.local;

import org.jspecify.annotations.NullMarked;
