/**
 * The indexer's own code, run on this machine: the one package of the client that may use it. The
 * window and the data layer see the index through the bucket alone.
 */
@NullMarked
package io.fastshot.client.indexing;

import org.jspecify.annotations.NullMarked;
