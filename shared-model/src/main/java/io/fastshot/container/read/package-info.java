/**
 * From bytes to what a session file says, by ranges or whole.
 *
 * <p>In: a {@link io.fastshot.container.bytes.ByteSource}. Out: an alleged header, or the parsed
 * session. Never: believes a length, a depth or a count before it is bounded.
 */
@NullMarked
package io.fastshot.container.read;

import org.jspecify.annotations.NullMarked;
