/** Tests of the table of sessions. */
@NullMarked
package io.fastshot.client.ui.gallery;

import org.jspecify.annotations.NullMarked;
