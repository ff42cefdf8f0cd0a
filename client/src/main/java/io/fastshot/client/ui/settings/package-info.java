/**
 * The tab Settings: how the window looks, the hotkey, whether the library is reached, and what is
 * kept of it on this machine.
 *
 * <p>In: a {@link io.fastshot.client.data.Library}. Out: a {@link io.fastshot.client.ui.shell.Tab}.
 */
@NullMarked
package io.fastshot.client.ui.settings;

import org.jspecify.annotations.NullMarked;
