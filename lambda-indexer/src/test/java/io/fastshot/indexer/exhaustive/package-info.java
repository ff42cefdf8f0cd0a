/**
 * Explores every interleaving of the real handlers in small scenarios.
 *
 * <p>A handler is deterministic in the answers that its requests got: its clock stands still, its
 * random numbers are placeholders. So an invocation is a tree ({@link
 * io.fastshot.indexer.exhaustive.Programs}): each node is a history of answers, and tells the next
 * request, found by running the real handler once on a store that replays the history. What is left
 * is a graph of small states (bucket, index, queue, a node per running handler), which {@link
 * io.fastshot.indexer.exhaustive.Exploration} walks breadth first, holding every state to {@link
 * io.fastshot.indexer.exhaustive.Promises}. See docs/decisions/0110.
 */
@NullMarked
package io.fastshot.indexer.exhaustive;

import org.jspecify.annotations.NullMarked;
