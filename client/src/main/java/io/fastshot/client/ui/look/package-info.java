/**
 * How the window looks: the themes ({@link io.fastshot.client.ui.look.Look}), which of them the
 * desktop asks for ({@link io.fastshot.client.ui.look.SystemTheme}), icons as paths ({@link
 * io.fastshot.client.ui.look.Glyph}), the colors of sessions ({@link
 * io.fastshot.client.ui.look.SessionColor}) and the keys of each system ({@link
 * io.fastshot.client.ui.look.Keys}).
 */
@NullMarked
package io.fastshot.client.ui.look;

import org.jspecify.annotations.NullMarked;
