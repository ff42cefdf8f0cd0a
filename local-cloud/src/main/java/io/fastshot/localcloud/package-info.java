/**
 * The cloud on one machine: an S3 endpoint on loopback whose events run the real functions.
 *
 * <p>Pipeline: {@link LocalCloud} opens the {@link DataFolder}, starts the endpoint (S3 and the
 * Lambda Invoke API on one port) over the disk store; the store reports each change of a session to
 * the event queue; the event pump hands batches of it to the indexer, which writes through the same
 * endpoint. This package is the front door and the wiring; the steps are the rooms behind it:
 *
 * <pre>
 * http       the server, what every request must satisfy before it is obeyed
 * awssdk     S3's verbs over the disk store; disk: the files
 * events     the queue, the pump, dead letters, checks
 * functions  the Lambda Invoke API
 * faults     what goes wrong on purpose
 * demo       a library to show
 * </pre>
 *
 * <p>In comes a {@link LocalCloudConfig}, out goes a {@link LocalCloudInfo}. No room uses the front
 * door; nothing here knows of a client.
 */
@NullMarked
package io.fastshot.localcloud;

import org.jspecify.annotations.NullMarked;
