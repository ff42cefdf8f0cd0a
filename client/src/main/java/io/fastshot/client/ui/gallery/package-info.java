/**
 * The sessions as pictures: the same rows and the same selection as the table, as a grid whose
 * pictures are as large as the person wants them.
 *
 * <p>In: the rows to show, and pictures from {@link io.fastshot.client.ui.thumbs}. Out: nothing.
 * Never asks for a picture that is not on the screen, and never for a session's file.
 */
@NullMarked
package io.fastshot.client.ui.gallery;

import org.jspecify.annotations.NullMarked;
