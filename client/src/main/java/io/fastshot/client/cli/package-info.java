/**
 * The command line: the front door, which knows all commands and runs one.
 *
 * <p>In: arguments. Out: an exit code. Pipeline: {@code context} finds the library that the options
 * mean, a command of {@code sessions} or {@code libraries} works on it through the data layer with
 * what {@code tasks} and {@code output} give to all, and {@code text} prints data on standard
 * output and everything else on standard error. Never: a window's classes.
 */
@NullMarked
package io.fastshot.client.cli;

import org.jspecify.annotations.NullMarked;
