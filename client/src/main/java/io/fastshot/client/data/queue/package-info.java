/**
 * The queue of transfers: runs what the journal wants, a few at a time, in their order; goes on
 * after a restart; tries again by itself what may pass.
 *
 * <p>In: wishes, and the journal. Out: transfers done, or said why not; how far each is. Never:
 * asks a person, and never runs in two processes at once for one library.
 */
@NullMarked
package io.fastshot.client.data.queue;

import org.jspecify.annotations.NullMarked;
