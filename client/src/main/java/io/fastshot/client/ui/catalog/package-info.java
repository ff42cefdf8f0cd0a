/**
 * What the window knows, on the event thread: the catalog as last read and what goes on with single
 * sessions ({@link io.fastshot.client.ui.catalog.CatalogModel}), kept current by {@link
 * io.fastshot.client.ui.catalog.RefreshLoop}, and made into the list that the table shows by {@link
 * io.fastshot.client.ui.catalog.RowsWorker}, off the event thread.
 */
@NullMarked
package io.fastshot.client.ui.catalog;

import org.jspecify.annotations.NullMarked;
