/**
 * Shows that the tests bite: plants known mistakes into the indexer's sources, and sees the
 * simulation and the exploration find each. Nothing of it is in the shipped code: the sources are
 * edited and compiled in memory. See docs/decisions/0109.
 */
@NullMarked
package io.fastshot.indexer.mutants;

import org.jspecify.annotations.NullMarked;
