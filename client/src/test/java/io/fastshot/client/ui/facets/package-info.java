/** Tests of the panel left of the list. */
@NullMarked
package io.fastshot.client.ui.facets;

import org.jspecify.annotations.NullMarked;
