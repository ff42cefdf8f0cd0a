/**
 * Writes a session file, image by image.
 *
 * <p>In: a {@link io.fastshot.container.SessionFile}. Out: the container's bytes. Never: holds two
 * images at once.
 */
@NullMarked
package io.fastshot.container.write;

import org.jspecify.annotations.NullMarked;
