/**
 * Asks the cloud's rebuild function, where the library has one.
 *
 * <p>In: what to rebuild. Out: what the function answered. Never: writes the index itself.
 */
@NullMarked
package io.fastshot.client.data.rebuild;

import org.jspecify.annotations.NullMarked;
