package io.fastshot.client.ui.actions;

import io.fastshot.client.data.Library;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.kit.Tasks;
import io.fastshot.client.ui.status.Notices;

/**
 * What every action needs.
 *
 * @param library does it; in the background only
 * @param catalog shows what goes on
 * @param tasks the background threads of transfers and changes
 * @param notices says what a person should know
 * @param refresh asks the library for the list soon; on the event thread
 */
public record ActionContext(
    Library library, CatalogModel catalog, Tasks tasks, Notices notices, Runnable refresh) {}
