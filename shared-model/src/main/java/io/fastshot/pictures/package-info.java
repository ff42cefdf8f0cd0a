/**
 * The one room where pictures are decoded, converted and encoded: bounded in memory, in the colors
 * of the screen (sRGB), upright.
 *
 * <p>In: bytes or files that anybody may have made. Out: a picture that every window draws with the
 * right colors ({@link io.fastshot.pictures.PictureDecoder}), or a PNG ({@link
 * io.fastshot.pictures.Pngs}), or a {@link io.fastshot.pictures.PictureException} that says why
 * not. Never: a window, a guess.
 *
 * <p>It uses {@code java.awt.image}, so nothing that runs on Lambda may use it.
 */
@NullMarked
package io.fastshot.pictures;

import org.jspecify.annotations.NullMarked;
