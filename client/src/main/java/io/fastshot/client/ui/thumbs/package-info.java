/**
 * Pictures of sessions for the rows that are on the screen: asked for while painting, loaded and
 * decoded in the background ({@link io.fastshot.client.ui.thumbs.Thumbnails}), the latest asked
 * first, and kept in a bounded cache.
 */
@NullMarked
package io.fastshot.client.ui.thumbs;

import org.jspecify.annotations.NullMarked;
