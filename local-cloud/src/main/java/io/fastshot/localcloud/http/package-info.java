/**
 * HTTP on loopback: the server, and what a request must satisfy before anything obeys it.
 *
 * <p>In come requests from this machine; out go those that are let through, to the servlets that
 * {@link S3Endpoint} was given. Filters refuse and carry; they never touch an object, and never
 * change what a client signed.
 */
@NullMarked
package io.fastshot.localcloud.http;

import org.jspecify.annotations.NullMarked;
