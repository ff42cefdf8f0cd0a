/**
 * The client: {@link io.fastshot.client.Main} wires the command line, the data layer and the
 * window. Pipeline: {@code cli} picks a library from options and settings, {@code data} reads and
 * changes it, {@code ui} shows it.
 */
@NullMarked
package io.fastshot.client;

import org.jspecify.annotations.NullMarked;
