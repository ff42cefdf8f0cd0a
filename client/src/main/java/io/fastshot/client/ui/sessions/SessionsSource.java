package io.fastshot.client.ui.sessions;

import io.fastshot.client.action.UserAction;
import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.look.Glyph;
import io.fastshot.client.ui.preview.PreviewPanel;
import io.fastshot.client.ui.table.RowStates;
import io.fastshot.client.ui.thumbs.Thumbnails;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where a list has its sessions from.
 *
 * @param name of the list, for screen readers and, in lower case, in the settings file
 * @param catalog the rows, and what goes on with them
 * @param states what the list says of a row
 * @param pictures loads the small picture of a row; in the background
 * @param details loads what the row has only the start of
 * @param whyEmpty why there is no row at all
 * @param buttons what the preview offers to do, with a picture for each
 */
public record SessionsSource(
    String name,
    CatalogModel catalog,
    RowStates states,
    Thumbnails.Source pictures,
    PreviewPanel.Details details,
    Supplier<EmptyReason> whyEmpty,
    Map<UserAction, Glyph> buttons) {}
