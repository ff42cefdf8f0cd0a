/**
 * The list of sessions: from disk first, then refreshed from the overall index with as few bytes as
 * possible.
 *
 * <p>In: the cached catalog and the head of {@code overall_meta.json}. Out: snapshots and what
 * changed between two. Never: reads a session file.
 */
@NullMarked
package io.fastshot.client.data.catalog;

import org.jspecify.annotations.NullMarked;
