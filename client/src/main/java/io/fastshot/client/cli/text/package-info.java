/**
 * Text for terminals and programs: widths, tables, sizes, JSON, and the console that everything
 * goes through.
 *
 * <p>In: values. Out: characters that do no harm to a terminal. Never: knows a library.
 */
@NullMarked
package io.fastshot.client.cli.text;

import org.jspecify.annotations.NullMarked;
