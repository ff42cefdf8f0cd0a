/**
 * Starts, splits and cancels rebuilds.
 *
 * <p>In: a {@link io.fastshot.indexer.rebuild.RebuildRequest}. Out: nominated keys in the queue,
 * the state of the rebuild in the index. Never: writes a row; it nominates, and the queue's batches
 * observe.
 */
@NullMarked
package io.fastshot.indexer.rebuild;

import org.jspecify.annotations.NullMarked;
