/**
 * The functions that keep the index: the only writer of {@code meta_indexes/}, {@code thumbnails/}
 * and {@code overall_meta.json}.
 *
 * <p>In the order in which a change of a session passes through:
 *
 * <ol>
 *   <li>{@link io.fastshot.indexer.IndexerHandler} takes a batch of queue messages and reads each
 *       as a {@link io.fastshot.indexer.queue.QueueMessage}: keys of sessions that may have
 *       changed;
 *   <li>{@link io.fastshot.indexer.update.SessionIndexer} runs one {@link
 *       io.fastshot.indexer.update.BatchUpdate} for the whole batch;
 *   <li>{@link io.fastshot.indexer.commit.IndexCommitter} reads the overall index, applies the
 *       change, and installs the result by compare-and-swap, again and again until it is in or the
 *       {@link io.fastshot.indexer.run.CommitPolicy} says stop;
 *   <li>inside each try, after the index was read, {@link
 *       io.fastshot.indexer.observe.SessionObserver} reads every session of the batch (never a
 *       whole file) and {@link io.fastshot.indexer.observe.DerivedObjects} writes or removes its
 *       meta index and thumbnail;
 *   <li>{@link io.fastshot.indexer.commit.IndexMerge} makes the next version of the index of what
 *       was observed;
 *   <li>the messages whose sessions could not be observed or installed are handed back to the
 *       queue.
 * </ol>
 *
 * <p>{@link io.fastshot.indexer.RebuildHandler} writes no rows: {@link
 * io.fastshot.indexer.rebuild.Nominations} compares a listing of the bucket with the index, and
 * {@link io.fastshot.indexer.rebuild.Rebuilder} sends the keys to the same queue.
 */
@NullMarked
package io.fastshot.indexer;

import org.jspecify.annotations.NullMarked;
