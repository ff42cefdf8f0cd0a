/**
 * What every part of the window stands on: the event thread and its checks ({@link
 * io.fastshot.client.ui.kit.Edt}, {@link io.fastshot.client.ui.kit.EdtWatchdog}), background work
 * that reports to it ({@link io.fastshot.client.ui.kit.Tasks}), numbers and dates as words ({@link
 * io.fastshot.client.ui.kit.Texts}), and small Swing helpers.
 */
@NullMarked
package io.fastshot.client.ui.kit;

import org.jspecify.annotations.NullMarked;
