/**
 * The tab Cloud Sessions: the sessions of the library, what is done with them, and how the library
 * is.
 *
 * <p>In: a {@link io.fastshot.client.data.Library}. Out: a {@link io.fastshot.client.ui.shell.Tab}.
 */
@NullMarked
package io.fastshot.client.ui.cloud;

import org.jspecify.annotations.NullMarked;
