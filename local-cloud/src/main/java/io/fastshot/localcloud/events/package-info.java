/**
 * From a change in the bucket to the function that sees to it, as S3, SQS and Lambda do it
 * together.
 *
 * <p>Pipeline: {@link S3EventBody} makes the message of a change, {@link EventQueue} keeps it,
 * {@link EventPump} hands batches to the indexer and gives back what failed, {@link DeadLetters}
 * keeps what was given up, and {@link Reconciler} asks for a check of what events did not tell.
 * Nothing here speaks HTTP or writes an object; the queue forgets all when the process ends.
 */
@NullMarked
package io.fastshot.localcloud.events;

import org.jspecify.annotations.NullMarked;
