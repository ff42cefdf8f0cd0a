/**
 * What the window says of itself: the status bar ({@link io.fastshot.client.ui.status.StatusBar})
 * with the state of list, connection and rebuild in words ({@link
 * io.fastshot.client.ui.status.StatusTexts}), notices about single actions ({@link
 * io.fastshot.client.ui.status.Notices}), and the question before a rebuild ({@link
 * io.fastshot.client.ui.status.RebuildDialog}).
 */
@NullMarked
package io.fastshot.client.ui.status;

import org.jspecify.annotations.NullMarked;
