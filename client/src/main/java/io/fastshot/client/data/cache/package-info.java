/**
 * The cache on disk of one library: files written whole or not at all, under a lock between
 * processes.
 *
 * <p>In: bytes that came from the bucket. Out: the same bytes, checked, offline too. Never: the
 * only copy of anything.
 */
@NullMarked
package io.fastshot.client.data.cache;

import org.jspecify.annotations.NullMarked;
