/**
 * The compare-and-swap on the overall index: the only place that reads its ETag, writes and
 * repeats.
 *
 * <p>In: a change from document to document. Out: an installed version, or the reason why not.
 * Never: asks whether a lost write has landed; it looks again and writes again.
 */
@NullMarked
package io.fastshot.indexer.commit;

import org.jspecify.annotations.NullMarked;
