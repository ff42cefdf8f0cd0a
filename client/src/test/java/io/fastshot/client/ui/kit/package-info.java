/** Tests of what the window stands on. */
@NullMarked
package io.fastshot.client.ui.kit;

import org.jspecify.annotations.NullMarked;
