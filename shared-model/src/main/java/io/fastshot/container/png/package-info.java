/**
 * The few things of PNG that the container needs without decoding: chunks, sizes, the collage of
 * the cover.
 *
 * <p>In: bytes of PNG files. Out: sizes, text chunks, a cover. Never: trusts a file's ending.
 */
@NullMarked
package io.fastshot.container.png;

import org.jspecify.annotations.NullMarked;
