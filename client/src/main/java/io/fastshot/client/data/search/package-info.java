/** The language of searches: one for the window's box, for {@code ls} and for {@code search}. */
@NullMarked
package io.fastshot.client.data.search;

import org.jspecify.annotations.NullMarked;
