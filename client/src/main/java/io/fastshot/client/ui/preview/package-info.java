/**
 * What is known of the selected session, beside the list: {@link
 * io.fastshot.client.ui.preview.PreviewPanel}.
 */
@NullMarked
package io.fastshot.client.ui.preview;

import org.jspecify.annotations.NullMarked;
