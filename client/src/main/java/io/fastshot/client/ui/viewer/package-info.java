/**
 * Looking at the images of one session: {@link io.fastshot.client.ui.viewer.ViewerWindow} brings
 * the file to this machine if it is not there, {@link io.fastshot.client.ui.viewer.SessionImages}
 * takes the pictures out of it, {@link io.fastshot.client.ui.viewer.ImageCanvas} shows one.
 */
@NullMarked
package io.fastshot.client.ui.viewer;

import org.jspecify.annotations.NullMarked;
