/**
 * Bytes on their way: progress, digests, safe file names, the rest of an object that changed.
 *
 * <p>In: streams. Out: streams that count and check. Never: decides where bytes go.
 */
@NullMarked
package io.fastshot.client.data.bytes;

import org.jspecify.annotations.NullMarked;
