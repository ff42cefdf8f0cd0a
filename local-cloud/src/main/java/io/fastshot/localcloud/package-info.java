/**
 * The cloud on one machine: an S3 endpoint on loopback whose events run the real functions.
 *
 * <p>Pipeline: {@link LocalCloud} opens the data folder, starts the endpoint (S3 and the Lambda
 * Invoke API on one port) over the disk store; the store reports each change of a session to the
 * event queue; the event pump hands batches of it to the indexer, which writes through the same
 * endpoint.
 */
@NullMarked
package io.fastshot.localcloud;

import org.jspecify.annotations.NullMarked;
