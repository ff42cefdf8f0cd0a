/**
 * What several commands do the same way: downloads and uploads with progress, pictures, waiting,
 * the running window.
 *
 * <p>In: a command's context. Out: outcomes. Never: options of a command.
 */
@NullMarked
package io.fastshot.client.cli.tasks;

import org.jspecify.annotations.NullMarked;
