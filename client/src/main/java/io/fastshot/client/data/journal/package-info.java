/**
 * The journal of transfers: one small file for each upload and download, written before its work
 * begins, so that whatever ends this program, the next start knows what was wanted and how far it
 * is.
 *
 * <p>In: what a person asked for. Out: the same after a crash. Never: moves a byte of a session,
 * and never loses an entry without a word.
 */
@NullMarked
package io.fastshot.client.data.journal;

import org.jspecify.annotations.NullMarked;
