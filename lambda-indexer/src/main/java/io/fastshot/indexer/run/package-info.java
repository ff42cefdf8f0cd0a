/**
 * What a run of the indexer is given: store, clock, chance, deadlines, bounds and how to do things
 * side by side.
 *
 * <p>In: configuration. Out: the values and ports that all other rooms take through their
 * constructors. Never: asks the system for time or chance.
 */
@NullMarked
package io.fastshot.indexer.run;

import org.jspecify.annotations.NullMarked;
