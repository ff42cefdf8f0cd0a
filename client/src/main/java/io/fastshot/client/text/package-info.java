/**
 * What a text may hold when it is shown: names and descriptions come from strangers.
 *
 * <p>In: any text. Out: one that does no harm to a terminal or a window. Never: knows either.
 */
@NullMarked
package io.fastshot.client.text;

import org.jspecify.annotations.NullMarked;
