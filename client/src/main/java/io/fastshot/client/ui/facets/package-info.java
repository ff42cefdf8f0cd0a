/** The panel left of the list: what a search can be narrowed by, and saved searches. */
@NullMarked
package io.fastshot.client.ui.facets;

import org.jspecify.annotations.NullMarked;
