/** Tests of the table of sessions. */
@NullMarked
package io.fastshot.client.ui.table;

import org.jspecify.annotations.NullMarked;
