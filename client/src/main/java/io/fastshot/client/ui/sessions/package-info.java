/**
 * A list of sessions with all that belongs to it, for every tab that has one: search and filters,
 * table and gallery, preview.
 *
 * <p>In: a {@link io.fastshot.client.ui.catalog.CatalogModel} and where pictures and descriptions
 * come from. Out: the selection. Never knows where the sessions are, and never changes one.
 */
@NullMarked
package io.fastshot.client.ui.sessions;

import org.jspecify.annotations.NullMarked;
