/**
 * The indexer under simulation: the real handlers on a bucket and a queue in memory, with a virtual
 * clock, where one seed decides everything that can happen.
 *
 * <ol>
 *   <li>{@link io.fastshot.indexer.simulation.SteppedTask} runs one handler on a thread of its own
 *       that stops before every request: of all threads exactly one runs at a time;
 *   <li>{@link io.fastshot.indexer.simulation.World} is everything outside of the handlers: bucket,
 *       queue, clock, writes under way, clients; it performs one {@link
 *       io.fastshot.indexer.simulation.Action} at a time;
 *   <li>{@link io.fastshot.indexer.simulation.RandomDriver} chooses the actions from a seed;
 *   <li>{@link io.fastshot.indexer.simulation.History} holds every version of the index to the
 *       invariants of docs/decisions/0107 at the moment it is installed, {@link
 *       io.fastshot.indexer.simulation.Finale} compares index and bucket once all is quiet;
 *   <li>{@link io.fastshot.indexer.simulation.Shrinker} makes a failing {@link
 *       io.fastshot.indexer.simulation.Trace} short, {@link io.fastshot.indexer.simulation.Story}
 *       tells it, and {@link io.fastshot.indexer.simulation.Simulation} is the way in.
 * </ol>
 */
@NullMarked
package io.fastshot.indexer.simulation;

import org.jspecify.annotations.NullMarked;
