/**
 * What each command is given: its common options, the chosen library, the console, exit codes,
 * errors in words.
 *
 * <p>In: the command line and the settings. Out: an open library. Never: knows a single command.
 */
@NullMarked
package io.fastshot.client.cli.context;

import org.jspecify.annotations.NullMarked;
