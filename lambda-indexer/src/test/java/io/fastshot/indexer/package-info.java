/** Tests of the indexer, and the oracle that other modules' end-to-end tests use too. */
@NullMarked
package io.fastshot.indexer;

import org.jspecify.annotations.NullMarked;
