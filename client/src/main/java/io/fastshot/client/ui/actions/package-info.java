/**
 * What a person does with sessions: {@link io.fastshot.client.ui.actions.UploadAction}, {@link
 * io.fastshot.client.ui.actions.DownloadAction} and {@link
 * io.fastshot.client.ui.actions.DeleteAction} run in the background or in the queue of transfers
 * ({@link io.fastshot.client.ui.actions.TransferFeed}), say in the catalog's model what goes on,
 * and report in notices what a person should know.
 */
@NullMarked
package io.fastshot.client.ui.actions;

import org.jspecify.annotations.NullMarked;
