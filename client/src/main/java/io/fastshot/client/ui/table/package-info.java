/**
 * The list of sessions: {@link io.fastshot.client.ui.table.SessionTable} shows what the catalog's
 * view hands it, keeps selection and scroll position over every change, and paints each column with
 * its own renderer.
 */
@NullMarked
package io.fastshot.client.ui.table;

import org.jspecify.annotations.NullMarked;
