/**
 * Session files in folders of this machine: what they say of themselves, read from their heads and
 * tails as the indexer reads those of the bucket.
 *
 * <p>In: folders. Out: rows as a library has them. Never changes a file, and never looks below a
 * folder that was not named.
 */
@NullMarked
package io.fastshot.client.data.local;

import org.jspecify.annotations.NullMarked;
