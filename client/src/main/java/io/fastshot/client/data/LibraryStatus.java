package io.fastshot.client.data;

import io.fastshot.client.data.cache.CacheReport;
import io.fastshot.client.data.catalog.CatalogSnapshot;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.client.data.connection.StoreFindings;

/**
 * A library and its cache at one moment; read from memory and disk only.
 *
 * @param settings where it is
 * @param catalog the list last known
 * @param cache its local cache
 * @param store what is known of its store
 */
public record LibraryStatus(
    LibrarySettings settings, CatalogSnapshot catalog, CacheReport cache, StoreFindings store) {}
