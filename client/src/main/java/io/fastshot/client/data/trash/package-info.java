/**
 * Recently deleted: moving there, taking back, listing.
 *
 * <p>In: rows or trash entries. Out: an outcome each. Never: removes the only copy of a session.
 */
@NullMarked
package io.fastshot.client.data.trash;

import org.jspecify.annotations.NullMarked;
