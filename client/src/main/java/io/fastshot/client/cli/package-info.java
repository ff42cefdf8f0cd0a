/**
 * The command line, one picocli command per class. Pipeline: {@code Options} finds the library, the
 * command works on it through the data layer, {@code Output} prints data on stdout and everything
 * else on stderr, {@code ExitCode} says how it went.
 */
@NullMarked
package io.fastshot.client.cli;

import org.jspecify.annotations.NullMarked;
