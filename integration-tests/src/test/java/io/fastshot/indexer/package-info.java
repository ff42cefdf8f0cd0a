/** Tests of what the indexer keeps to itself, against services that other programs run. */
@NullMarked
package io.fastshot.indexer;

import org.jspecify.annotations.NullMarked;
