/**
 * The window. {@link io.fastshot.client.ui.FastshotWindow} places the parts; each part has a
 * package of its own and knows only those below it: kit, look, thumbs, catalog, then table,
 * preview, status, viewer and actions; above them the lists and the tabs.
 *
 * <p>Every call of the library runs on a background thread ({@link
 * io.fastshot.client.ui.kit.Tasks}); its result is applied to the catalog's model on the event
 * thread, and the parts repaint what changed.
 */
@NullMarked
package io.fastshot.client.ui;

import org.jspecify.annotations.NullMarked;
