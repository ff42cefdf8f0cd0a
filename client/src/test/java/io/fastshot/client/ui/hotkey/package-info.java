/** Tests of the global hotkey against a real X server. */
@NullMarked
package io.fastshot.client.ui.hotkey;

import org.jspecify.annotations.NullMarked;
