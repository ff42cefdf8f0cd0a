/**
 * The tab Transfers: what goes up and comes down, how far, how fast, and what stands in the way.
 *
 * <p>In: {@link io.fastshot.client.ui.actions.TransferFeed}. Out: a {@link
 * io.fastshot.client.ui.shell.Tab}. Never: moves anything itself.
 */
@NullMarked
package io.fastshot.client.ui.transfers;

import org.jspecify.annotations.NullMarked;
