/**
 * Looks at one session object, with as few bytes as possible, and writes what is derived from it.
 *
 * <p>In: a key. Out: an {@link io.fastshot.indexer.observe.Observation}; meta index and thumbnail
 * in the bucket. Never: the overall index.
 */
@NullMarked
package io.fastshot.indexer.observe;

import org.jspecify.annotations.NullMarked;
