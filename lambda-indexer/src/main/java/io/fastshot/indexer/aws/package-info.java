/**
 * What is AWS's own around the handlers: the environment and clients of a function, secrets, logs
 * and metrics, the priming before a snapshot, the queue on SQS, the takeover of an existing bucket.
 *
 * <p>In: environment variables, CloudFormation's requests. Out: an {@link
 * io.fastshot.indexer.run.Indexing} ready to use, log lines, messages. Never: decides what the
 * index says.
 */
@NullMarked
package io.fastshot.indexer.aws;

import org.jspecify.annotations.NullMarked;
