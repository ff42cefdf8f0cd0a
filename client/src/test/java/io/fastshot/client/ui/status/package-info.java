/** Tests of the status bar's sentences. */
@NullMarked
package io.fastshot.client.ui.status;

import org.jspecify.annotations.NullMarked;
