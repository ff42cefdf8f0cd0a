/** Scripts with which shells complete the command line. */
@NullMarked
package io.fastshot.client.cli.completion;

import org.jspecify.annotations.NullMarked;
