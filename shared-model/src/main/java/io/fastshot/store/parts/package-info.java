/**
 * Uploads in parts: a large object sent piece by piece, so that what was sent survives a broken
 * connection.
 *
 * <p>In: pieces with their checksums. Out: one object, or none. Never: an object whose bytes are
 * not those of the checksum given at completion.
 */
@NullMarked
package io.fastshot.store.parts;

import org.jspecify.annotations.NullMarked;
