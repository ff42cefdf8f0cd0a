/**
 * The messages of the queue, and the port to send them.
 *
 * <p>In: message bodies of S3, EventBridge and ours. Out: keys and parts of rebuilds. Never: an
 * opinion of whether a key is there.
 */
@NullMarked
package io.fastshot.indexer.queue;

import org.jspecify.annotations.NullMarked;
