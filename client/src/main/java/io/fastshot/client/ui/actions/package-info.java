/**
 * What a person does with sessions: {@link io.fastshot.client.ui.actions.Uploads}, {@link
 * io.fastshot.client.ui.actions.Downloads} and {@link io.fastshot.client.ui.actions.Deletions} run
 * in the background, say in the catalog's model what goes on, and report in notices what a person
 * should know.
 */
@NullMarked
package io.fastshot.client.ui.actions;

import org.jspecify.annotations.NullMarked;
