/**
 * The commands about libraries, one class each: connect, run, look after, open the window.
 *
 * <p>In: options. Out: data on standard output, an exit code. Never: what a single session says.
 */
@NullMarked
package io.fastshot.client.cli.libraries;

import org.jspecify.annotations.NullMarked;
