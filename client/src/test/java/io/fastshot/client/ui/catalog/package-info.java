/** Tests of what the window knows. */
@NullMarked
package io.fastshot.client.ui.catalog;

import org.jspecify.annotations.NullMarked;
