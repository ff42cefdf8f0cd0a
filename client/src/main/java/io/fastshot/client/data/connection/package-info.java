/**
 * The way to a library's bucket: settings, credentials, the store opened lazily, failures in words,
 * retries.
 *
 * <p>In: {@link io.fastshot.client.data.connection.LibrarySettings}. Out: an open store, or a
 * {@link io.fastshot.client.data.connection.Failure} that says what to do. Never: knows what a
 * session is.
 */
@NullMarked
package io.fastshot.client.data.connection;

import org.jspecify.annotations.NullMarked;
