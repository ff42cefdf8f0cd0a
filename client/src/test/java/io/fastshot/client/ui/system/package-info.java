/** Tests of what the desktop has beside windows. */
@NullMarked
package io.fastshot.client.ui.system;

import org.jspecify.annotations.NullMarked;
