/**
 * The commands about sessions, one class each: list, look, fetch, add, delete.
 *
 * <p>In: options and names. Out: data on standard output, an exit code. Never: a request of their
 * own; the data layer does the work.
 */
@NullMarked
package io.fastshot.client.cli.sessions;

import org.jspecify.annotations.NullMarked;
