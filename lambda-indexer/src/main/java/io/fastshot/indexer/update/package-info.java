/**
 * One batch from the queue to an installed version of the overall index.
 *
 * <p>In: the keys and rebuild parts of a {@link io.fastshot.indexer.queue.Batch}. Out: the keys
 * that failed, to be delivered again. Never: trusts an event's type, or an observation older than
 * the base it is merged into.
 */
@NullMarked
package io.fastshot.indexer.update;

import org.jspecify.annotations.NullMarked;
