/**
 * Sources and sinks of bytes, the original's mask, digests.
 *
 * <p>In and out: bytes. Never: knows what they mean.
 */
@NullMarked
package io.fastshot.container.bytes;

import org.jspecify.annotations.NullMarked;
