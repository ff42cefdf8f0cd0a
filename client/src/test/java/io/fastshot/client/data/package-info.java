/**
 * Tests of the data layer over the memory store: what it shows, what it costs, what it survives.
 */
@NullMarked
package io.fastshot.client.data;

import org.jspecify.annotations.NullMarked;
