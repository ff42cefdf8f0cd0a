/** Tests of the table of sessions. */
@NullMarked
package io.fastshot.client.ui.shell;

import org.jspecify.annotations.NullMarked;
