/**
 * What a command line needs on Windows and the JDK does not give: arguments with all letters,
 * output that is UTF-8 where no console shows it, and how wide a console is.
 *
 * <p>In: what the JVM was started with. Out: arguments and streams as on other systems. Never: runs
 * on another system.
 */
@NullMarked
package io.fastshot.client.windows;

import org.jspecify.annotations.NullMarked;
