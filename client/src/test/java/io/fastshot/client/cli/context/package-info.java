/** Which library a command works on. */
@NullMarked
package io.fastshot.client.cli.context;

import org.jspecify.annotations.NullMarked;
