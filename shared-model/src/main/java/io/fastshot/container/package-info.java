/**
 * Session files: the {@code .fastshot} container and its payload, every variant that exists, read
 * and written as streams.
 */
@NullMarked
package io.fastshot.container;

import org.jspecify.annotations.NullMarked;
