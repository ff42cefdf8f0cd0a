/**
 * Compares what a bucket holds with what its index and the local cache say of it. Reads only.
 *
 * <p>{@link io.fastshot.client.verify.Verifier} reads the overall index and runs a {@link
 * io.fastshot.client.verify.Comparison} over the bucket's listings; what differs it looks at once
 * more after a moment, because an event may have been under way; what differs twice is a {@link
 * io.fastshot.client.verify.Finding}.
 */
@NullMarked
package io.fastshot.client.verify;

import org.jspecify.annotations.NullMarked;
